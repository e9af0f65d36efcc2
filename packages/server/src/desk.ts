import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { explain } from './console/explain.ts'
import { buildContainer, token } from './container.ts'
import { inviteUrl } from './http/views/invite-url.ts'
import type { SqlitePersistence } from './persistence/sqlite/open-sqlite-persistence.ts'
import { useCases } from './wiring/use-cases.ts'

const usage = 'Usage: npm run desk -- reset-password EMAIL'

try {
  const [command, email, more] = process.argv.slice(2)
  if (command === 'reset-password' && email && more === undefined) {
    await resetPassword(email)
  } else {
    console.error(usage)
    process.exitCode = 2
  }
} catch (error) {
  console.error(explain(error, ''))
  process.exitCode = 1
}

/** Works beside a running desk, whose open pages notice within seconds that their session has ended. */
async function resetPassword(email: string): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  if (!existsSync(config.databaseFile))
    throw new ConfigError([`There is no desk at ${config.databaseFile}. Set DATABASE_URL to its database.`])
  const container = await buildContainer(config, pino({ level: 'silent' }), { besideRunningDesk: true })
  const persistence = container.resolve<SqlitePersistence>(token.persistence)
  try {
    const { token: secret, expiresAt } = await container.resolve(useCases.resetPassword).execute({ email })
    console.log(`The old password and every session of ${email} have ended. This link sets a new password, once:`)
    console.log(`\n  ${inviteUrl(config.publicUrl, secret)}\n`)
    console.log(`It works until ${new Date(expiresAt).toISOString()}.`)
  } finally {
    await persistence.close()
  }
}
