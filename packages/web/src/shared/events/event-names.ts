import type { DeskEvent } from '@textdesk/server/contract'

/** What the page listens for. */
export const eventNames = [
  'ticket',
  'presence',
  'canned-replies',
  'desk',
  'reset',
  'signed-out',
  'ping',
] as const satisfies readonly DeskEvent['event'][]
