import { describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { announcement } from './announce.ts'

const live = {
  MESSAGEBIRD_API_KEY: 'live_1234567890',
  MESSAGEBIRD_ORIGINATOR: '+12025550100',
  MESSAGEBIRD_SIGNING_KEY: 'sign_1234567890',
  PUBLIC_URL: 'https://desk.example.org',
}

describe('announcement', () => {
  it('says of a simulated desk that nothing leaves, and where going live is explained', () => {
    const text = announcement(readConfig({}), 'ABCD-EFGH').join('\n')
    expect(text).toContain('simulated: no SMS leaves this computer.')
    expect(text).toContain('docs/going-live.md')
    expect(text).toContain('Set-up code: ABCD-EFGH')
  })

  it('says of a live one where texts come in, and shows no key', () => {
    const text = announcement(readConfig(live), null).join('\n')
    expect(text).toContain('live: texts to and from +12025550100 are real.')
    expect(text).toContain('https://desk.example.org/webhook')
    expect(text).toContain('http://localhost:8080')
    expect(text).not.toMatch(/1234567890|Set-up code|without a signature/)
  })

  it('warns of unsigned webhooks', () => {
    const text = announcement(readConfig({ ...live, ALLOW_UNSIGNED_WEBHOOKS: 'true' }), null).join('\n')
    expect(text).toContain('Webhooks are taken without a signature')
  })
})
