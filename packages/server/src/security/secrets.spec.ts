import { describePasswordHasher, describeSecrets } from '@textdesk/core/testing'
import { describe, expect, it } from 'vitest'
import { Argon2PasswordHasher } from './argon2-password-hasher.ts'
import { RandomSecrets } from './random-secrets.ts'

describeSecrets('RandomSecrets', () => new RandomSecrets())
describePasswordHasher('Argon2PasswordHasher', () => new Argon2PasswordHasher())

describe('Argon2PasswordHasher', () => {
  it('uses argon2id with at least the memory and passes that OWASP asks for', async () => {
    const hash = await new Argon2PasswordHasher().hash('a password')
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(hash) ?? []
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
    expect(Number(passes)).toBeGreaterThanOrEqual(2)
  })

  it('knows a password again that another keyboard composes differently', async () => {
    const hasher = new Argon2PasswordHasher()
    expect(await hasher.verify(await hasher.hash('caf\u00e9 au lait'), 'cafe\u0301 au lait')).toBe(true)
  })
})

describe('RandomSecrets', () => {
  it('draws 256 bits for a token', () => {
    expect(Buffer.from(new RandomSecrets().token(), 'base64url')).toHaveLength(32)
  })

  it('leaves out of codes what people mistake for something else', () => {
    const secrets = new RandomSecrets()
    const codes = Array.from({ length: 500 }, () => secrets.setUpCode()).join('')
    expect(codes).not.toMatch(/[01IO]/)
    expect(new Set(codes.replaceAll('-', '')).size).toBe(32)
  })
})
