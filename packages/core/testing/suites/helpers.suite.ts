import { describe, expect, it } from 'vitest'
import type { Ids } from '../../src/ports/platform/ids.ts'
import type { PasswordHasher } from '../../src/ports/platform/password-hasher.ts'
import type { Secrets } from '../../src/ports/platform/secrets.ts'

export function describeIds(name: string, make: () => Ids): void {
  describe(`${name}: ids`, () => {
    it('are UUIDs of version 7 that differ and sort by the time they were made', () => {
      const ids = make()
      const made = Array.from({ length: 200 }, () => ids.uuid())
      const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
      expect(made.filter((id) => !form.test(id))).toEqual([])
      expect(new Set(made).size).toBe(200)
      expect(made.toSorted()).toEqual(made)
    })

    it('come with jitter from -1 up to, not including, 1', () => {
      const ids = make()
      const spread = Array.from({ length: 200 }, () => ids.jitter())
      expect(spread.filter((jitter) => !(jitter >= -1 && jitter < 1))).toEqual([])
    })
  })
}

export function describeSecrets(name: string, make: () => Secrets): void {
  describe(`${name}: secrets`, () => {
    it('are tokens of 43 characters or more, safe in a URL and a cookie, each another one', () => {
      const secrets = make()
      const tokens = Array.from({ length: 50 }, () => secrets.token())
      expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43,}$/.test(token))).toEqual([])
      expect(new Set(tokens).size).toBe(50)
    })

    it('are setup codes that a person can type', () => {
      expect(make().setUpCode()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    })

    it('are kept as a digest that is always the same for one secret and another for another', () => {
      const digest = make().digest('a')
      expect(make().digest('a')).toBe(digest)
      expect(make().digest('b')).not.toBe(digest)
      expect(digest).not.toBe('a')
    })
  })
}

export function describePasswordHasher(name: string, make: () => PasswordHasher): void {
  describe(`${name}: password hasher`, () => {
    it('knows the password again and no other', async () => {
      const hasher = make()
      const hash = await hasher.hash('correct horse – 🐎')
      expect(await hasher.verify(hash, 'correct horse – 🐎')).toBe(true)
      expect(await hasher.verify(hash, 'correct horse')).toBe(false)
      expect(await hasher.verify(hash, '')).toBe(false)
    })

    it('makes another hash each time', async () => {
      const hasher = make()
      expect(await hasher.hash('the same password')).not.toBe(await hasher.hash('the same password'))
    })

    it('takes a hash that cannot be read for a wrong password', async () => {
      for (const hash of ['', 'rubbish', '$argon2id$v=19$broken']) expect(await make().verify(hash, 'any')).toBe(false)
    })
  })
}
