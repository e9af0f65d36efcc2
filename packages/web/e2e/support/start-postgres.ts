import { PostgresServer } from '../../../server/test/support/postgres-server.ts'
import { ServerProcess } from '../../../server/test/support/server-process.ts'
import { makeDeskFolder, removeDeskFolder } from './desk-folder.ts'
import { createEmptyDesk } from './journey-postgres.ts'

/** Before the first journey: a PostgreSQL with an empty desk to copy; yours, where TEST_DATABASE_URL names one. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? null : await PostgresServer.start()
  const emptyDesk = await createEmptyDesk(given ?? server?.url() ?? '')
  await migrate(emptyDesk.url)
  return async () => {
    await emptyDesk.remove()
    await server?.stop()
  }
}

/** A desk does that itself when it starts. */
async function migrate(url: string): Promise<void> {
  const folder = await makeDeskFolder()
  const desk = await ServerProcess.start({ folder, env: { HOME: folder, DATABASE_URL: url } })
  await desk.stop()
  await removeDeskFolder(folder)
}
