import { makeDemoDesk } from '../composition/make-demo-desk.ts'
import { readDemoConfig } from '../config/demo-config.ts'
import { loadEnvironment } from '../config/load-config.ts'
import { nameOfDatabase } from '../config.ts'
import { DEMO_EMAIL, DEMO_PASSWORD } from '../demo/people.ts'

/** `desk demo` */
export async function remakeDemo(): Promise<void> {
  const config = readDemoConfig(loadEnvironment())
  await makeDemoDesk(config, Date.now())
  console.log(`The demo desk was made anew in ${nameOfDatabase(config)}.`)
  console.log(`npm start -- --demo starts it. Sign in as ${DEMO_EMAIL} with the password "${DEMO_PASSWORD}".`)
}
