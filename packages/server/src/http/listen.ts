import { once } from 'node:events'
import { createServer } from 'node:net'
import type { DeskApp } from './route.ts'

/** Of a socket: a computer at its other end that is gone is noticed, also where nothing is said for long. */
export const NOTICE_THE_VANISHED = { keepAlive: true, keepAliveInitialDelay: 30_000 } as const

/** "localhost" is both loopback addresses, whatever the hosts file says of it. */
export async function listen(app: DeskApp, { host, port }: { host: string; port: number }): Promise<void> {
  const options = { port, listenTextResolver: (address: string) => `listening at ${address}` }
  if (host !== 'localhost') {
    await app.listen({ ...options, host })
    return
  }
  await app.listen({ ...options, host: '127.0.0.1' })
  await alsoListenOnIpv6(app, port)
}

async function alsoListenOnIpv6(app: DeskApp, port: number): Promise<void> {
  // The one HTTP server serves them too, with its limits, and knows them when it closes.
  const door = createServer(NOTICE_THE_VANISHED, (socket) => app.server.emit('connection', socket))
  door.listen(port, '::1')
  try {
    await once(door, 'listening')
  } catch (error) {
    if (isWithoutIpv6(error)) return
    throw error
  }
  app.server.once('close', () => door.close())
}

function isWithoutIpv6(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
}
