import type { Inbox } from '../../domain/inbox/inbox.ts'
import { type Placement, placement } from '../../domain/message/placement.ts'
import { isOnlyThanks } from '../../domain/message/thanks.ts'
import { isWithinReopenWindow, type Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** Who writes again so soon had not said everything. */
const SOON_MS = 10 * 60_000

export interface ThanksReading {
  readonly placement: Placement
  /** When the thanks came that this text goes on from; null for a text that is thanks itself, and leaves its ticket closed. */
  readonly since: number | null
}

interface AfterClosing {
  readonly inbox: Inbox
  readonly body: string
  readonly now: number
}

/** What thanks have to do with a text that comes to a closed ticket; null where it is an ordinary text. */
export async function readThanks(
  desk: Pick<Desk, 'messages'>,
  closed: Ticket,
  text: AfterClosing,
): Promise<ThanksReading | null> {
  const { inbox, body, now } = text
  const { reopenHours } = inbox
  if (reopenHours === 0 || !inbox.thanksStayClosed) return null
  const isThanks = isOnlyThanks(body)
  const isWithin = isWithinReopenWindow(closed, reopenHours, now)
  if (isThanks && isWithin) return { placement: placement('thanks', { at: closed.closedAt, reopenHours }), since: null }
  const since = await thankedSoonBefore(desk, closed, now)
  if (since === null) return null
  if (isThanks) return { placement: placement('thanks', { at: closed.closedAt, reopenHours }), since: null }
  return { placement: placement('after-thanks', { at: closed.closedAt }), since }
}

async function thankedSoonBefore(
  desk: Pick<Desk, 'messages'>,
  { number, lastMessage }: Ticket,
  now: number,
): Promise<number | null> {
  if (lastMessage?.direction !== 'in' || now - lastMessage.at >= SOON_MS) return null
  const newest = await desk.messages.history.newest(number)
  return newest?.placement?.reason === 'thanks' ? newest.at : null
}
