import { withClient } from './with-client.ts'

/** One statement on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  await withClient(url, (client) => client.query(statement))
}
