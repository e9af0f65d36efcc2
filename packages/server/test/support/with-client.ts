import { Client } from 'pg'
import { bigIntegersAsNumbers } from '../../src/persistence/postgres/big-integers-as-numbers.ts'

/** Does something over a connection of its own. */
export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, types: bigIntegersAsNumbers() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
