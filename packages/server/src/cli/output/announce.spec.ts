import { describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { announcement } from './announce.ts'

const live = {
  MESSAGEBIRD_API_KEY: 'live_1234567890',
  MESSAGEBIRD_ORIGINATOR: '+12025550100',
  MESSAGEBIRD_SIGNING_KEY: 'sign_1234567890',
  PUBLIC_URL: 'https://desk.example.org',
}
const started = { setUpCode: null, demo: null }

describe('announcement', () => {
  it('says of a simulated desk that nothing leaves, and where going live is explained', () => {
    const text = announcement(readConfig({}), { setUpCode: 'ABCD-EFGH', demo: null }).join('\n')
    expect(text).toContain('in practice mode: no SMS leaves this computer.')
    expect(text).toContain('docs/going-live.md')
    expect(text).toContain('Setup code: ABCD-EFGH')
  })

  it('says of a live one where texts come in, and shows no key', () => {
    const text = announcement(readConfig(live), started).join('\n')
    expect(text).toContain('live: texts to and from +12025550100 are real.')
    expect(text).toContain('https://desk.example.org/webhook')
    expect(text).toContain('http://localhost:8080')
    expect(text).not.toMatch(/1234567890|Setup code|without a signature/)
  })

  it('warns of unsigned webhooks', () => {
    const text = announcement(readConfig({ ...live, ALLOW_UNSIGNED_WEBHOOKS: 'true' }), started).join('\n')
    expect(text).toContain('Webhooks are accepted without a signature')
  })

  it('tells how to sign in to the demo desk', () => {
    const demo = { email: 'demo@example.com', password: 'open sesame' }
    const text = announcement(readConfig({}), { setUpCode: null, demo }).join('\n')
    expect(text).toContain('Sign in as demo@example.com with the password "open sesame".')
    expect(text).toContain('in practice mode: no SMS leaves this computer.')
  })
})
