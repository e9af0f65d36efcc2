import type { Deliveries } from '../../domain/delivery/deliveries.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Finding } from '../../domain/incident/finding.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HOURS_IN_WEEK = 7 * 24
/** A receipt that comes at all mostly comes within this. */
const RECEIPTS_TAKE_MS = 15 * MINUTE
/** Fewer texts in an hour say nothing about the number. */
const MIN_TEXTS = 20
/** A week with fewer such hours does not say what is usual. */
const MIN_HOURS = 3

/** What became of the texts of an hour, counted in hours since 1970. */
export type CountDeliveries = (hour: number) => Promise<Deliveries>

/** The last hour whose receipts have had their time. */
export function hourWithReceipts(now: number): number {
  return Math.floor((now - RECEIPTS_TAKE_MS) / HOUR) - 1
}

/**
 * Of the texts that left in the hour less than half as many arrived as usual: carriers do that to a number they have begun
 * to filter. Usual is the median of the week's hours with so many texts. Null where it cannot be told.
 */
export async function findFewDelivered(
  { id, name }: Pick<Inbox, 'id' | 'name'>,
  now: number,
  count: CountDeliveries,
): Promise<Finding | null> {
  const hour = hourWithReceipts(now)
  const share = shareOf(await count(hour))
  if (share === null) return null
  const usual = await usualShare(hour, count)
  if (usual === null) return null
  if (share >= usual / 2) return { kind: 'few-delivered', subject: id, trouble: false }
  const sentence =
    `Of the texts that "${name}" sent within an hour, ${percent(share)} are known to have arrived; ${percent(usual)} are usual. ` +
    "Read what their delivery lines say. If it isn't the numbers they went to, ask the provider whether carriers block yours."
  return { kind: 'few-delivered', subject: id, trouble: true, sentence }
}

async function usualShare(hour: number, count: CountDeliveries): Promise<number | null> {
  const shares: number[] = []
  for (let ago = 1; ago <= HOURS_IN_WEEK; ago += 1) {
    const share = shareOf(await count(hour - ago))
    if (share !== null) shares.push(share)
  }
  if (shares.length < MIN_HOURS) return null
  return shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? null
}

function shareOf({ left, delivered }: Deliveries): number | null {
  return left < MIN_TEXTS ? null : delivered / left
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
