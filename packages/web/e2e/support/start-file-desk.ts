import { ServerProcess } from '../../../server/test/support/server-process.ts'
import { makeDeskFolder, removeDeskFolder, writeEnvFile } from './desk-folder.ts'
import type { DeskOptions, RunningDesk } from './running-desk.ts'

export interface FileDesk extends RunningDesk {
  /** Its database. */
  readonly file: string
}

/** The real server in a process of its own, with an empty folder, an empty home and a port nobody uses. */
export async function startFileDesk({ nodeArgs = [], args = [], env = {} }: DeskOptions = {}): Promise<FileDesk> {
  const folder = await makeDeskFolder()
  const server = await ServerProcess.start({
    folder,
    nodeArgs,
    args,
    env: { HOME: folder, HOST: 'localhost', ...env },
  })
  return {
    url: `http://localhost:${server.port}`,
    setUpCode: null,
    file: server.databaseFile,
    halt: () => server.stop(),
    resume: () => server.start(),
    async configure(lines) {
      await server.stop()
      await writeEnvFile(folder, lines)
      await server.start()
    },
    async stop() {
      await server.stop()
      await removeDeskFolder(folder)
    },
  }
}
