import { contactTokens, tokensOf } from '@textdesk/core'
import { ROWS_PER_STEP } from '../search/search-indexer.ts'
import {
  advance,
  type ContactToIndex,
  changedContacts,
  contactsBetween,
  forgetChanged,
  messagesBetween,
  type Progress,
  progress,
  writeContacts,
  writeMessages,
} from './search-queries.ts'
import type { WorkSession } from './work-session.ts'

/** One step of the search index: what is new, then what changed, then what is older than the index. True when there is more. */
export async function indexNextRows(session: WorkSession): Promise<boolean> {
  let isBehind = await indexChangedContacts(session)
  for (const place of await session.all(progress, {})) {
    const next = nextSpan(place)
    if (next === null) continue
    const { subject, after, upTo, ...reached } = next
    if (subject === 'messages') {
      const rows = await session.all(messagesBetween, { after, upTo })
      const entries = rows.map(({ row, body }) => [row, tokensOf(body).join(' ')])
      await session.run(writeMessages, { entries: JSON.stringify(entries) })
    } else await writeContactsOf(session, await session.all(contactsBetween, { after, upTo }))
    await session.run(advance, { subject, ...reached })
    isBehind ||= reached.lastRow < place.newest || reached.firstRow > 0
  }
  return isBehind
}

/** Null when everything was passed. */
function nextSpan({ subject, firstRow, lastRow, newest }: Progress) {
  if (newest > lastRow) {
    const upTo = Math.min(newest, lastRow + ROWS_PER_STEP)
    return { subject, after: lastRow, upTo, firstRow, lastRow: upTo }
  }
  if (firstRow === 0) return null
  const after = Math.max(0, firstRow - ROWS_PER_STEP)
  return { subject, after, upTo: firstRow, firstRow: after, lastRow }
}

async function indexChangedContacts(session: WorkSession): Promise<boolean> {
  const contacts = await session.all(changedContacts, { limit: ROWS_PER_STEP })
  if (contacts.length === 0) return false
  await session.run(forgetChanged, { entries: await writeContactsOf(session, contacts) })
  return contacts.length === ROWS_PER_STEP
}

async function writeContactsOf(session: WorkSession, contacts: readonly ContactToIndex[]): Promise<string> {
  const entries = JSON.stringify(
    contacts.map(({ row, name, note, kind, value }) => [
      row,
      contactTokens({ name, note, address: { kind, value } }).join(' '),
    ]),
  )
  await session.run(writeContacts, { entries })
  return entries
}
