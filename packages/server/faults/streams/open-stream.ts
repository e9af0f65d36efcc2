import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'

/** Every stream has a connection of its own. */
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

export async function openStream(url: string, cookie: string): Promise<IncomingMessage> {
  const call = request(new URL('/api/events', url), { agent, headers: { cookie } }).end()
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  call.on('error', () => {})
  response.on('error', () => {})
  if (response.statusCode !== 200) throw new Error(`No stream: HTTP ${response.statusCode}`)
  return response
}
