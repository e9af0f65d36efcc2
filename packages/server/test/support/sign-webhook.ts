import { createHash, createHmac, randomUUID } from 'node:crypto'

export type SigningAlgorithm = 'HS256' | 'HS384' | 'HS512' | 'none'

export interface WebhookToSign {
  /** The full public URL, with the query in wire order. */
  readonly url: string
  readonly body?: string | Buffer
  readonly signingKey: string
  /** UTC milliseconds. */
  readonly now: number
  readonly algorithm?: SigningAlgorithm
  /** Overrides claims; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
}

/** What MessageBird puts into the header MessageBird-Signature-JWT, written without the library that reads it. */
export function signWebhook({ url, body = '', signingKey, now, algorithm = 'HS256', ...over }: WebhookToSign): string {
  const seconds = Math.floor(now / 1_000)
  const claims = {
    iss: 'MessageBird',
    nbf: seconds,
    exp: seconds + 60,
    jti: randomUUID(),
    url_hash: sha256(url),
    payload_hash: body.length > 0 ? sha256(body) : undefined,
    ...over.claims,
  }
  const signed = `${encode({ alg: algorithm, typ: 'JWT', ...over.header })}.${encode(claims)}`
  return `${signed}.${algorithm === 'none' ? '' : mac(algorithm, signingKey, signed)}`
}

function mac(algorithm: SigningAlgorithm, key: string, signed: string): string {
  return createHmac(`sha${algorithm.slice(2)}`, Buffer.from(key, 'utf8'))
    .update(signed)
    .digest('base64url')
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
