import type { DeskEvent } from '../contract/events.ts'

/** An event as bytes of text/event-stream (WHATWG HTML, 9.2), made once for all streams. */
export function eventFrame({ event, data }: DeskEvent): Buffer {
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

export const PING = eventFrame({ event: 'ping', data: {} })
export const CANNED_REPLIES = eventFrame({ event: 'canned-replies', data: {} })
export const SIGNED_OUT = eventFrame({ event: 'signed-out', data: {} })
export const RESET = eventFrame({ event: 'reset', data: {} })
