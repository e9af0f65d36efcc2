import { connect, type Socket } from 'node:net'

interface LargeBody {
  readonly url: string
  readonly target: string
  readonly bytes: number
  /** Announced with its length, or sent in chunks without. */
  readonly announced: boolean
}

export interface LargeAnswer {
  /** "413", or "cut" where the desk only ended the connection. */
  readonly answer: string
  /** How much it took from the wire before. */
  readonly takenBytes: number
}

const PIECE = Buffer.alloc(64 * 1024, 'payload=x&')
const PATIENCE_MS = 30_000

/** Sends until it is stopped, whatever the desk answers meanwhile: so does somebody who means no good. */
export async function sendLargeBody({ url, target, bytes, announced }: LargeBody): Promise<LargeAnswer> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  let head = ''
  socket.setEncoding('latin1').on('data', (text) => {
    head += text
  })
  socket.on('error', () => {})
  socket.setTimeout(PATIENCE_MS, () => socket.destroy())
  const length = announced ? `Content-Length: ${bytes}` : 'Transfer-Encoding: chunked'
  socket.write(`POST ${target} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${length}\r\n\r\n`)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += PIECE.length) await write(socket, announced)
  socket.end()
  await closed
  return { answer: /^HTTP\/1.1 (\d+)/.exec(head)?.[1] ?? 'cut', takenBytes: socket.bytesWritten }
}

async function write(socket: Socket, announced: boolean): Promise<void> {
  const piece = announced
    ? PIECE
    : Buffer.concat([Buffer.from(`${PIECE.length.toString(16)}\r\n`), PIECE, Buffer.from('\r\n')])
  if (socket.destroyed || socket.write(piece)) return
  await new Promise<void>((resolve) => {
    const goOn = () => {
      socket.off('drain', goOn).off('close', goOn)
      resolve()
    }
    socket.once('drain', goOn).once('close', goOn)
  })
}
