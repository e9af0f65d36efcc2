import { connect } from 'node:net'

const BEGINNINGS = {
  'says nothing': () => '',
  'header by header': (host: string) => `POST /webhook HTTP/1.1\r\nHost: ${host}\r\n`,
  'byte by byte': (host: string) =>
    `POST /webhook HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`,
} as const

export type Slowness = keyof typeof BEGINNINGS
export const slownesses = Object.keys(BEGINNINGS) as Slowness[]

const DRIP_MS = 1_000
const GIVEN_UP_MS = 120_000

/** Keeps a connection busy with next to nothing. Resolves with the milliseconds until the desk ended it. */
export async function holdConnection(url: string, slowness: Slowness): Promise<number> {
  const { hostname, port, host } = new URL(url)
  const began = performance.now()
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.on('data', () => {})
  socket.write(BEGINNINGS[slowness](host))
  let drips = 0
  const drip = slowness === 'header by header' ? () => `X-Slow-${drips++}: 1\r\n` : () => 'x'
  const timer = slowness === 'says nothing' ? undefined : setInterval(() => socket.write(drip()), DRIP_MS)
  const ended = setTimeout(() => socket.destroy(), GIVEN_UP_MS)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(timer)
  clearTimeout(ended)
  return performance.now() - began
}
