const CURES = {
  missing:
    'The request has no signature. Only requests that MessageBird signed are taken: let MessageBird call this URL.',
  malformed: 'The signature cannot be read. Check that no proxy changes the header MessageBird-Signature-JWT.',
  'wrong-algorithm': 'The signature is not made with HS256, HS384 or HS512, the ones MessageBird uses.',
  'wrong-key':
    "The signature was made with another key. Set MESSAGEBIRD_SIGNING_KEY to the signing key of MessageBird's developer settings; it is not the API key.",
  expired:
    "The signature has expired. If this happens to every text, this machine's clock is more than a minute fast: set it right.",
  'not-yet-valid':
    "The signature is not valid yet. If this happens to every text, this machine's clock is slow: set it right.",
  'wrong-issuer': 'The signature was not issued by MessageBird.',
  'no-expiry': 'The signature has no time of expiry, so it would be good for ever.',
  'expires-too-late':
    "The signature is good for more than a day; MessageBird's are for a minute. If this happens to every text, this machine's clock is slow: set it right.",
  'no-id': 'The signature has no id, so a repeated request could not be told from a new one.',
  'body-differs': 'The body is not the one that was signed. Check that no proxy changes it.',
  'body-hash-missing': 'There is a body, but none was signed. Check that no proxy adds one.',
  'unexpected-body-hash': 'A body was signed, but there is none. Check that no proxy or redirect drops it.',
} as const

/** Why a signed request was not believed. */
export type SignatureRefusal = keyof typeof CURES | 'url-differs'

/** What is wrong and how to cure it, in plain words. `url` is the one the signature was held against. */
export function describeRefusal(reason: SignatureRefusal, { url }: { readonly url: string }): string {
  if (reason !== 'url-differs') return CURES[reason]
  const expected = url.split('?', 1)[0]
  return `The signature is for another URL than ${expected}. Set PUBLIC_URL to the address that MessageBird calls, and the webhook in MessageBird to this URL, letter for letter.`
}
