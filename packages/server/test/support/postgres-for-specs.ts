import type { TestProject } from 'vitest/node'
import { PostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a PostgreSQL runs that may be written to at will. */
    postgres?: string
  }
}

/** One server for all specs that ask for it; yours, where TEST_DATABASE_URL names one. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('postgres', given)
    return undefined
  }
  const server = await PostgresServer.start()
  project.provide('postgres', server.url())
  return () => server.stop()
}
