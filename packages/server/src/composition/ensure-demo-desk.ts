import { existsSync } from 'node:fs'
import { type Config, sqliteFileOf } from '../config.ts'
import { DEMO_EMAIL, DEMO_PASSWORD } from '../demo/people.ts'
import { makeDemoDesk } from './make-demo-desk.ts'

export interface DemoSignIn {
  readonly email: string
  readonly password: string
}

/** Makes the demo desk at its first start; later ones find what was done in it. */
export async function ensureDemoDesk(config: Config): Promise<DemoSignIn> {
  if (!existsSync(sqliteFileOf(config, 'The demo desk is a file.'))) await makeDemoDesk(config, Date.now())
  return { email: DEMO_EMAIL, password: DEMO_PASSWORD }
}
