import { useCases } from '@textdesk/core'
import { pino } from 'pino'
import { buildContainer, token } from '../composition/container.ts'
import { loadConfigOfDesk } from '../config/load-config.ts'
import { inviteUrl } from '../http/presenters/invite-url.ts'
import type { Persistence } from '../persistence/persistence.ts'

/** `desk reset-password EMAIL`: beside a running desk, whose open pages notice within seconds that their session has ended. */
export async function resetPassword(email: string): Promise<void> {
  const config = loadConfigOfDesk()
  const container = await buildContainer(config, pino({ level: 'silent' }), { besideRunningDesk: true })
  try {
    const { token: secret, expiresAt } = await container.resolve(useCases.resetPassword).execute({ email })
    console.log(`The old password and every session of ${email} have ended. This link sets a new password, once:`)
    console.log(`\n  ${inviteUrl(config.publicUrl, secret)}\n`)
    console.log(`It works until ${new Date(expiresAt).toISOString()}.`)
  } finally {
    await container.resolve<Persistence>(token.persistence).close()
  }
}
