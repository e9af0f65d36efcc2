import { statSync } from 'node:fs'
import type { AcceptedText } from '../../test/support/fake-message-bird.ts'
import type { Verdict } from '../fault.ts'
import { readColumn, readRows } from './read-rows.ts'

export interface Copied {
  readonly copy: string
  /** The texts that were answered OK before the backup began, and those until it was done. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

interface Restored extends Copied {
  /** Of the restored desk. */
  readonly file: string
  /** What the provider took, of both desks; the newcomer wrote to the restored one. */
  readonly sent: { readonly texts: readonly AcceptedText[]; readonly sentBefore: number; readonly newcomer: string }
}

/** What nothing certain is known about. */
const UNSENT = "select id from messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')"
const TICKETS = 'select number, inbox_id, contact_id, status, last_seq, waiting_since from tickets order by number'

export function compare(restored: Restored): Verdict {
  const { copy, before, after, file } = restored
  const stored = readColumn(copy, "select body from messages where direction = 'in'")
  const once = new Set(stored)
  const lost = before.filter((body) => !once.has(body)).length
  const unsent = new Set(readColumn(copy, UNSENT))
  const { others, twice } = departures(restored)
  const broken = [
    ...(after.length > before.length ? [] : ['no text was stored while the backup ran, so nothing was tried']),
    ...(unsent.size > 0 ? [] : ['no text of the copy was on its way, so nothing was tried']),
    ...(lost === 0 ? [] : [`${lost} texts that got OK before the backup are not in it`]),
    ...(once.size === stored.length ? [] : ['a text is in the copy twice']),
    ...(others + twice === 0 ? [] : [`${others} texts were sent by the restored desk, ${twice} twice`]),
    ...faultsOf(file, copy, unsent),
  ]
  const figures = {
    'texts before the backup': before.length,
    'texts while it ran': after.length - before.length,
    'size of the copy, MiB': (statSync(copy).size / 1024 ** 2).toFixed(1),
    'texts lost': lost,
    'on their way in the copy, none of them sent again': unsent.size,
    'sent twice': twice,
  }
  return { broken, figures }
}

function departures({ sent: { texts, sentBefore, newcomer } }: Restored): { others: number; twice: number } {
  const others = texts.slice(sentBefore).filter(({ recipient }) => recipient !== newcomer.slice(1)).length
  return { others, twice: texts.length - new Set(texts.map(({ reference }) => reference)).size }
}

function faultsOf(file: string, copy: string, unsent: ReadonlySet<string>): string[] {
  const damage = readColumn(file, 'pragma integrity_check').filter((line) => line !== 'ok')
  const again = readColumn(file, UNSENT).filter((id) => unsent.has(id)).length
  // Without the one of the newcomer.
  const tickets = readRows(file, TICKETS).slice(0, -1)
  return [
    ...(damage.length === 0 ? [] : [`the restored database is damaged: ${damage[0]}`]),
    ...(again === 0 ? [] : [`${again} texts of the copy wait to be sent again`]),
    ...(JSON.stringify(tickets) === JSON.stringify(readRows(copy, TICKETS))
      ? []
      : ['the tickets differ from those of the copy']),
  ]
}
