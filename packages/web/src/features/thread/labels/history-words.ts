import { explainFailure, isFailureReason } from '@textdesk/core/text'
import type { DeliveryAttempt, DeliveryHistory, DeliveryReport } from '@textdesk/server/contract'
import { isolated } from '../../../shared/text/isolated.ts'

type Item = DeliveryHistory['items'][number]

export interface HistoryLine {
  readonly at: string
  readonly sentence: string
  /** In the provider's own words, or the network's. */
  readonly detail: string | null
}

const ATTEMPTS: Readonly<Record<NonNullable<DeliveryAttempt['outcome']>, string>> = {
  accepted: 'The SMS provider took it.',
  rejected: 'The SMS provider refused it.',
  later: "The SMS provider couldn't take it. The desk tries again by itself.",
  uncertain: 'The SMS provider gave no clear answer. It may have taken it.',
  interrupted: 'The desk stopped before the SMS provider answered. It may have taken it.',
}

const REPORTS: Readonly<Partial<Record<DeliveryReport['state'], string>>> = {
  accepted: 'Report: the carrier has it.',
  sent: 'Report: sent.',
  buffered: 'Report: the phone is out of reach for now.',
  delivered: 'Report: delivered.',
  failed: 'Report: not delivered.',
  expired: 'Report: not delivered, the phone could not be reached in time.',
}

/** What happened to an outgoing text, one line for each event. */
export function historyLines({ items, state, settled, reason }: DeliveryHistory): HistoryLine[] {
  const attempts = items.filter(({ type }) => type === 'attempt').length
  const lines = items.map((item) =>
    item.type === 'report'
      ? reportLine(item)
      : attemptLine(item, { isOneOfMany: attempts > 1, isLeaving: state === 'sending' }),
  )
  if (settled === null) return lines
  const who = isolated(settled.by?.name ?? 'Somebody')
  const saidSo = state === 'delivered' && reason === 'agent'
  const sentence = saidSo ? `${who} said that it arrived.` : `${who} dealt with it.`
  return [...lines, { at: settled.at, sentence, detail: null }].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Why there is nothing to tell. */
export function nothingHappened({ state }: DeliveryHistory): string {
  const isHere = state === 'scheduled' || state === 'queued' || state === 'sending' || state === 'cancelled'
  return isHere ? "It hasn't left the desk." : 'The desk kept no history of this text.'
}

function attemptLine(
  item: Extract<Item, { type: 'attempt' }>,
  circumstances: { isOneOfMany: boolean; isLeaving: boolean },
): HistoryLine {
  const { at, number, outcome, reason, detail } = item
  const sentence = outcome === null ? unended(circumstances.isLeaving) : why(reason, ATTEMPTS[outcome])
  return { at, detail, sentence: circumstances.isOneOfMany ? `Attempt ${number}: ${sentence}` : sentence }
}

function unended(isLeaving: boolean): string {
  return isLeaving
    ? 'It is being handed to the SMS provider.'
    : 'It was handed to the SMS provider. The answer is not known.'
}

function reportLine(report: Extract<Item, { type: 'report' }>): HistoryLine {
  const { at, state, reason } = report
  return { at, sentence: why(reason, REPORTS[state] ?? 'Report: no news.'), detail: ownWords(report) }
}

/** None where they only say what the sentence says. */
function ownWords({ state, status, detail }: Extract<Item, { type: 'report' }>): string | null {
  if (detail !== null && detail !== status) return `${status}: ${detail}`
  return status === state ? null : status
}

function why(reason: string | null, otherwise: string): string {
  return isFailureReason(reason) ? explainFailure(reason) : otherwise
}
