import type { TicketSummary } from '@textdesk/server/contract'

export interface HoldOptions {
  /** The reader is somewhere in the list: nothing may push what they look at. */
  readonly held: boolean
  /** The open ticket, which keeps its row when it leaves the view. */
  readonly keep: number | null
  /** The answer ends before the list does: what stood at its end may only have been pushed past it. */
  readonly hasMore: boolean
}

export interface HeldRows {
  readonly rows: readonly TicketSummary[]
  /** New tickets that belong above what is shown, and wait to be asked for. */
  readonly pending: number
}

/** What a list shows after its answer changed: rows are renewed in place, arrivals that would push others wait. */
export function holdRows(
  shown: readonly TicketSummary[],
  fresh: readonly TicketSummary[],
  options: HoldOptions,
): HeldRows {
  if (!options.held) return { rows: withKept(shown, fresh, options.keep), pending: 0 }
  const byNumber = new Map(fresh.map((row) => [row.number, row]))
  const stays = shown.filter(({ number }) => byNumber.has(number) || number === options.keep)
  const staying = new Set(stays.map(({ number }) => number))
  const lastShown = fresh.findLastIndex(({ number }) => staying.has(number))
  const arrivals = fresh.filter(({ number }) => !staying.has(number))
  const below = arrivals.filter((row) => fresh.indexOf(row) > lastShown)
  const renewed = stays.map((row) => byNumber.get(row.number) ?? row)
  const pending = arrivals.length - below.length
  const pushedOut = options.hasMore ? pushedPastEnd(shown, staying).slice(0, pending) : []
  return { rows: [...renewed, ...below, ...pushedOut], pending }
}

/** A list that lost its last rows would scroll up under the reader. */
function pushedPastEnd(shown: readonly TicketSummary[], staying: ReadonlySet<number>): readonly TicketSummary[] {
  return shown.slice(shown.findLastIndex(({ number }) => staying.has(number)) + 1)
}

function withKept(
  shown: readonly TicketSummary[],
  fresh: readonly TicketSummary[],
  keep: number | null,
): readonly TicketSummary[] {
  const index = shown.findIndex(({ number }) => number === keep)
  const kept = shown[index]
  if (!kept || fresh.some(({ number }) => number === keep)) return fresh
  return fresh.toSpliced(Math.min(index, fresh.length), 0, kept)
}
