import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { TwoServers } from '../support/two-servers.ts'

/** What a text that is refused now is told in `Retry-After`; null when it is told nothing, or was taken. */
export async function retryAfter({ desks: [{ server, webhooks }] }: TwoServers): Promise<string | null> {
  const { target, body, contentType, method } = textRequest({
    from: fictionalNumber(0),
    to: DESK_NUMBER,
    body: 'When may I come again?',
  })
  const token = webhooks.sign({ target, method, ...(body === undefined ? {} : { body }) }) ?? ''
  const headers = { 'MessageBird-Signature-JWT': token, 'Content-Type': contentType ?? '' }
  const response = await fetch(server.url + target, { method, headers, body: body ?? '' })
  await response.text()
  return response.status === 503 ? response.headers.get('retry-after') : null
}
