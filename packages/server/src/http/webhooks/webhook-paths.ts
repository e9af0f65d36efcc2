/** Where providers send texts. */
export const TEXT_PATHS = ['/webhook', '/webhooks/messagebird'] as const
/** Where they send delivery reports. */
export const REPORT_PATHS = ['/webhooks/messagebird/status'] as const

const PATHS: ReadonlySet<string> = new Set([...TEXT_PATHS, ...REPORT_PATHS])
const MEANT_FOR_ONE = /web[-_]?hook/i

/**
 * The URL to route by: one that differs from a webhook's only by slashes, by capitals or by letters written as percent
 * signs is that webhook's, since an address copied by hand must not lose texts. Signatures cover the URL as it came.
 */
export function routedUrl(url: string): string {
  const [path, query] = divide(url)
  if (PATHS.has(path)) return url
  const tidy = readable(path).toLowerCase().replaceAll(/\/+/g, '/').replace(/\/$/, '')
  return PATHS.has(tidy) ? tidy + query : url
}

/** Takes a URL as `routedUrl` gives it. */
export function isWebhookUrl(url: string): boolean {
  return PATHS.has(divide(url)[0])
}

/** Whoever posts there means a webhook. */
export function isNearWebhook(url: string): boolean {
  return MEANT_FOR_ONE.test(readable(divide(url)[0]))
}

function divide(url: string): [path: string, query: string] {
  const end = url.indexOf('?')
  return end === -1 ? [url, ''] : [url.slice(0, end), url.slice(end)]
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
