import https from 'node:https'

/** What time it is at MessageBird, to the second; null when that cannot be learned in time. Never throws. */
export function readProviderClock({ timeoutMs }: { timeoutMs: number }): Promise<number | null> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const request = https.request({ hostname: 'rest.messagebird.com', path: '/', method: 'HEAD', signal })
    request.once('error', () => resolve(null))
    request.once('response', ({ headers }) => {
      const moment = Date.parse(headers.date ?? '')
      resolve(Number.isNaN(moment) ? null : moment)
      request.destroy()
    })
    request.end()
  })
}
