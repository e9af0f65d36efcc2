import { describe, expect, it } from 'vitest'
import { ConfigError, nameOfDatabase, readConfig } from './config.ts'

const live = {
  MESSAGEBIRD_API_KEY: 'live_1234567890',
  MESSAGEBIRD_ORIGINATOR: '+1 202 555 0100',
  MESSAGEBIRD_SIGNING_KEY: 'sign_1234567890',
  PUBLIC_URL: 'https://desk.example.org/',
}

describe('readConfig', () => {
  it('runs simulated on this computer alone when nothing is set', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 8080,
      host: 'localhost',
      trustProxy: false,
      messageBird: null,
      logLevel: 'info',
    })
    expect(config.publicUrl).toBe('http://localhost:8080')
    expect(nameOfDatabase(config)).toMatch(/^\/.*\/data\/textdesk\.sqlite$/)
  })

  it('counts an empty variable as absent', () => {
    expect(readConfig({ PORT: '', MESSAGEBIRD_API_KEY: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}))
  })

  it('takes a PostgreSQL, and names it without its password', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://ana:secret@db.example.org:5433/textdesk' })
    expect(config.database.kind).toBe('postgres')
    expect(nameOfDatabase(config)).toBe('PostgreSQL textdesk on db.example.org:5433')
  })

  it('goes live with four variables', () => {
    expect(readConfig(live)).toMatchObject({
      publicUrl: 'https://desk.example.org',
      messageBird: { originator: '+12025550100', signingKey: 'sign_1234567890', allowUnsignedWebhooks: false },
    })
  })

  it('takes the number as it was pasted', () => {
    const pasted = { ...live, MESSAGEBIRD_ORIGINATOR: '\u202Atel:+1 (202) 555\u20110100\u202C' }
    expect(readConfig(pasted).messageBird?.originator).toBe('+12025550100')
  })

  it.each([
    ['PORT', '0', 'a port number from 1 to 65535'],
    ['PORT', '8080x', 'a port number from 1 to 65535'],
    ['HOST', 'http://a', 'an address or host name'],
    ['PUBLIC_URL', 'https://desk.example.org/webhook', 'without /webhook'],
    ['PUBLIC_URL', 'http://desk.example.org', 'an https address'],
    ['PUBLIC_URL', 'desk.example.org', 'an https address'],
    ['TRUST_PROXY', 'true', 'the addresses of the proxies'],
    ['TRUST_PROXY', '1', 'the addresses of the proxies'],
    ['TRUST_PROXY', '10.0.0.0/99', 'the addresses of the proxies'],
    ['DATABASE_URL', 'mysql://localhost/desk', 'sqlite: followed by a file'],
    ['DATABASE_URL', 'postgres://localhost', 'the address of a PostgreSQL database'],
    ['DATABASE_URL', 'sqlite::memory:', 'sqlite: followed by a file'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error'],
    ['ALLOW_UNSIGNED_WEBHOOKS', 'yes', 'true or false'],
    ['MESSAGEBIRD_ORIGINATOR', 'TextShop', 'the number that texts come to'],
    ['METRICS_TOKEN', 'short', 'at least 8 characters'],
    ['ALERT_WEBHOOK_URL', 'chat.example.org', 'the https address'],
    ['ALERT_WEBHOOK_URL', 'ftp://chat.example.org', 'the https address'],
  ])('names %s when it is %j and says what is expected', (name, value, expected) => {
    const problems = problemsOf({ ...live, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${name} must be `)
    expect(problems[0]).toContain(expected)
  })

  it('says all at once what going live still needs', () => {
    expect(problemsOf({ MESSAGEBIRD_API_KEY: 'live_1234567890' })).toEqual([
      'MESSAGEBIRD_ORIGINATOR is missing. Set it to your virtual mobile number, e.g. +12025550150.',
      'MESSAGEBIRD_SIGNING_KEY is missing. Copy the signing key from your MessageBird dashboard, Developers > Settings.',
      "PUBLIC_URL is missing. Set it to your tunnel's https address, e.g. https://abc.ngrok-free.app, without /webhook.",
    ])
  })

  it.each(['MESSAGEBIRD_ORIGINATOR', 'MESSAGEBIRD_SIGNING_KEY'] as const)(
    'is not simulated where %s says that it should be live',
    (name) => {
      expect(problemsOf({ [name]: live[name] })).toEqual([
        expect.stringContaining(`MESSAGEBIRD_API_KEY is missing, and ${name} is set.`),
      ])
    },
  )

  it('starts without a signing key only when told to take unsigned webhooks', () => {
    const { MESSAGEBIRD_SIGNING_KEY: _, ...unsigned } = live
    expect(problemsOf(unsigned)).toHaveLength(1)
    const config = readConfig({ ...unsigned, ALLOW_UNSIGNED_WEBHOOKS: 'true' })
    expect(config.messageBird).toMatchObject({ signingKey: null, allowUnsignedWebhooks: true })
  })

  it('refuses the API key as signing key, and repeats no secret', () => {
    const problems = problemsOf({
      ...live,
      MESSAGEBIRD_SIGNING_KEY: live.MESSAGEBIRD_API_KEY,
      METRICS_TOKEN: 'a b c d e f',
    })
    expect(problems).toHaveLength(2)
    expect(problems.join()).not.toMatch(/live_1234567890|a b c/)
  })

  it.each([
    ['none', []],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['loopback', ['loopback']],
  ])('trusts the proxies %j', (text, expected) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(expected)
  })

  it.each([
    ['0.0.0.0', 'http://localhost:80'],
    ['::1', 'http://localhost:80'],
    ['192.0.2.7', 'http://192.0.2.7:80'],
    ['2001:db8::7', 'http://[2001:db8::7]:80'],
  ])('is found where it listens, on %s', (host, url) => {
    expect(readConfig({ HOST: host, PORT: '80' }).publicUrl).toBe(url.replace(':80', ''))
  })
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
