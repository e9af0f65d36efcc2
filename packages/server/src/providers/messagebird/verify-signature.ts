import { createHash, timingSafeEqual } from 'node:crypto'
import { createVerifier, TokenError } from 'fast-jwt'
import type { SignatureRefusal } from './signature-refusals.ts'

export interface SignedRequest {
  /** The header MessageBird-Signature-JWT. */
  readonly token: string | undefined
  /** The configured public URL followed by the raw request target; never built from Host headers. */
  readonly url: string
  /** The raw body, empty if there is none. */
  readonly body: Buffer
  readonly signingKey: string
  /** UTC milliseconds. */
  readonly now: number
}

export type SignatureVerdict =
  /** `expiresAt` in UTC milliseconds: until then a replay could pass. */
  | { readonly ok: true; readonly jti: string; readonly expiresAt: number }
  | { readonly ok: false; readonly reason: SignatureRefusal }

type Claims = Readonly<Record<string, unknown>>

const TOLERANCE_MS = 5_000
/** MessageBird's are good for a minute. What is remembered until then must not be remembered for ever. */
const MAX_VALID_MS = 24 * 3_600_000
const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const
const REFUSALS: Readonly<Record<string, SignatureRefusal>> = {
  [TokenError.codes.invalidAlgorithm]: 'wrong-algorithm',
  [TokenError.codes.missingSignature]: 'wrong-algorithm',
  [TokenError.codes.invalidSignature]: 'wrong-key',
}

/** Whether MessageBird sent this very request: method aside, its URL and body are signed. Synchronous: it is on the hot path. */
export function verifySignature(request: SignedRequest): SignatureVerdict {
  const claims = readToken(request)
  if (typeof claims === 'string') return { ok: false, reason: claims }
  const reason = refuseClaims(claims, request.now) ?? refuseRequest(claims, request)
  if (reason) return { ok: false, reason }
  return { ok: true, jti: String(claims.jti), expiresAt: Number(claims.exp) * 1_000 }
}

function readToken({ token, signingKey }: SignedRequest): Claims | SignatureRefusal {
  if (!token) return 'missing'
  if (!hasCanonicalSignature(token)) return 'malformed'
  try {
    return verifierFor(signingKey)(token)
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    return REFUSALS[error.code] ?? 'malformed'
  }
}

/** Base64url has spare bits, so that several spellings decode to one signature. Only the one that encoders write is taken. */
function hasCanonicalSignature(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return Buffer.from(signature, 'base64url').toString('base64url') === signature
}

const verifiers = new Map<string, (token: string) => Claims>()

/** One per key, since preparing a key costs more than using it. Times are checked here, by the clock that was handed in. */
function verifierFor(key: string): (token: string) => Claims {
  const known = verifiers.get(key)
  if (known) return known
  const verifier = createVerifier({
    key,
    algorithms: [...ALGORITHMS],
    cache: false,
    ignoreExpiration: true,
    ignoreNotBefore: true,
  })
  verifiers.set(key, verifier)
  return verifier
}

function refuseClaims({ iss, exp, nbf, jti }: Claims, now: number): SignatureRefusal | null {
  if (iss !== 'MessageBird') return 'wrong-issuer'
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return 'no-expiry'
  if (exp * 1_000 <= now - TOLERANCE_MS) return 'expired'
  if (exp * 1_000 > now + MAX_VALID_MS) return 'expires-too-late'
  if (nbf !== undefined && typeof nbf !== 'number') return 'malformed'
  if (nbf !== undefined && nbf * 1_000 > now + TOLERANCE_MS) return 'not-yet-valid'
  if (typeof jti !== 'string' || jti === '') return 'no-id'
  return null
}

function refuseRequest({ url_hash, payload_hash }: Claims, { url, body }: SignedRequest): SignatureRefusal | null {
  if (!isHashOf(url_hash, url)) return 'url-differs'
  if (body.length === 0) return payload_hash === undefined ? null : 'unexpected-body-hash'
  if (payload_hash === undefined) return 'body-hash-missing'
  return isHashOf(payload_hash, body) ? null : 'body-differs'
}

function isHashOf(claim: unknown, content: string | Buffer): boolean {
  if (typeof claim !== 'string') return false
  const claimed = Buffer.from(claim.toLowerCase())
  const actual = Buffer.from(createHash('sha256').update(content).digest('hex'))
  return claimed.length === actual.length && timingSafeEqual(claimed, actual)
}
