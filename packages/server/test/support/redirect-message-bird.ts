import http from 'node:http'
import https, { type RequestOptions } from 'node:https'

/**
 * Leads the SDK's requests to `target`, and leaves every other request alone. The SDK hard-codes its host, but looks
 * `https.request` up at call time. Returns what undoes it.
 */
export function redirectMessageBird(target: URL): () => void {
  const original = https.request
  const client = target.protocol === 'https:' ? { request: original } : http
  const redirected = (...args: unknown[]): unknown => {
    const [options] = args as [RequestOptions]
    if (options?.hostname !== 'rest.messagebird.com') return Reflect.apply(original, https, args)
    const { protocol, hostname, port } = target
    return client.request({ ...options, protocol, hostname, port })
  }
  https.request = redirected as typeof https.request
  return () => {
    https.request = original
  }
}
