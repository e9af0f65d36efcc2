import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signWebhook } from '../../../test/support/sign-webhook.ts'
import { verifySignature } from './verify-signature.ts'

interface Received {
  readonly token: string
  readonly url: string
  readonly body: Buffer
}

const signingKey = 'b1f9c3a7'
const now = Date.parse('2026-11-22T10:00:00Z')
const url = 'https://desk.example/webhooks/messagebird?inbox=support&a=%2B1'
const body = Buffer.from('originator=12025550123&payload=Hello+there%21')
const tokens = (['HS256', 'HS384', 'HS512'] as const).map((algorithm) =>
  signWebhook({ url, body, signingKey, now, algorithm }),
)

/** One character replaced, dropped, put in or doubled, anywhere. */
const damage = fc.record({
  what: fc.constantFrom('token' as const, 'signature' as const, 'url' as const, 'body' as const, 'header' as const),
  how: fc.constantFrom('replace' as const, 'drop' as const, 'insert' as const, 'cut' as const, 'swap' as const),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  byte: fc.oneof(
    fc.integer({ min: 32, max: 126 }),
    fc.constantFrom(...Buffer.from('AQgw-_.=')),
    fc.integer({ min: 0, max: 255 }),
  ),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

it('refuses 10,000 mutations of a valid request', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.constantFrom(...tokens), damage, (token, harm) => {
      const valid: Received = { token, url, body }
      const received = mutate(valid, harm)
      fc.pre(received !== null)
      const verdict = verifySignature({ ...received, signingKey, now })
      refused += 1
      return !verdict.ok && verifySignature({ ...valid, signingKey, now }).ok
    }),
    { numRuns: 10_000, maxSkipsPerRun: 1 },
  )
  expect(refused).toBe(10_000)
})

it('refuses every other spelling of the same signature', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/='
  for (const token of tokens) {
    for (const last of alphabet) {
      const other = token.slice(0, -1) + last
      const verdict = verifySignature({ token: other, url, body, signingKey, now })
      expect([last, verdict.ok]).toEqual([last, other === token])
    }
  }
})

/** Null when nothing changed. */
function mutate(valid: Received, { what, ...harm }: Damage): Received | null {
  const mutated = { ...valid, ...mutatedPart(valid, what, harm) }
  const same = mutated.token === valid.token && mutated.url === valid.url && mutated.body.equals(valid.body)
  return same ? null : mutated
}

function mutatedPart(valid: Received, what: Damage['what'], harm: Omit<Damage, 'what'>): Partial<Received> {
  const signatureAt = valid.token.lastIndexOf('.') + 1
  switch (what) {
    case 'token':
      return { token: harmText(valid.token, harm) }
    case 'header':
      return {
        token:
          harmText(valid.token.slice(0, valid.token.indexOf('.')), harm) + valid.token.slice(valid.token.indexOf('.')),
      }
    case 'signature':
      return { token: valid.token.slice(0, signatureAt) + harmText(valid.token.slice(signatureAt), harm) }
    case 'url':
      return { url: harmText(valid.url, harm) }
    case 'body':
      return { body: harmBytes(valid.body, harm) }
  }
}

function harmText(text: string, harm: Omit<Damage, 'what'>): string {
  return harmBytes(Buffer.from(text, 'latin1'), harm).toString('latin1')
}

function harmBytes(bytes: Buffer, { how, place, byte }: Omit<Damage, 'what'>): Buffer {
  const at = Math.floor(place * bytes.length)
  const [before, here, after] = [bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at + 1)]
  switch (how) {
    case 'replace':
      return Buffer.concat([before, Buffer.of(byte), after])
    case 'drop':
      return Buffer.concat([before, after])
    case 'insert':
      return Buffer.concat([before, Buffer.of(byte), here, after])
    case 'cut':
      return Buffer.from(before)
    case 'swap':
      return Buffer.concat([before, after.subarray(0, 1), here, after.subarray(1)])
  }
}
