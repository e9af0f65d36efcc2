import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { openSqlitePersistence } from '../open-sqlite-persistence.ts'

export interface BackUpScene {
  readonly folder: string
  /** A desk that does not run, with one text in every state of leaving. */
  readonly file: string
  /** Where a copy may go. */
  readonly copy: string
  /** Where no desk is. */
  readonly place: string
}

/** For specs of backups; gone when the test is over. */
export async function makeBackUpScene(): Promise<BackUpScene> {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'desk.sqlite')
  await (await openSqlitePersistence({ file, warn: () => {} })).close()
  const db = new Database(file)
  db.exec(SCENE)
  db.close()
  return { folder, file, copy: join(folder, 'copy.sqlite'), place: join(folder, 'new', 'desk.sqlite') }
}

export function readRows(path: string, query: string): unknown[][] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], unknown[]>(query).raw().all()
  } finally {
    db.close()
  }
}

const outgoing = ['scheduled', 'queued', 'claimed', 'dispatching', 'accepted'].map((state, place) => {
  const [claim, lease] = ['claimed', 'dispatching'].includes(state) ? ["'token'", '9'] : ['null', 'null']
  return `('${state}', 1, 'i', 'c', ${place + 2}, 'out', 'sms', 'body', 1, '${state}', ${claim}, ${lease})`
})
const SCENE = `
  insert into agents(id, name, email, role, created_at) values ('a', 'Ada', 'ada@example.com', 'owner', 1);
  insert into sessions(token_digest, agent_id, created_at, last_seen_at) values ('d', 'a', 1, 1);
  insert into invites(token_digest, agent_id, created_at, expires_at) values ('d', 'a', 1, 1);
  insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
    answers_keywords, automatic_texts_per_hour, created_at)
    values ('i', 'Support', '+12025550100', 'simulated', 1, '{{ticket}}', 24, '{}', 1, 9, 1);
  insert into contacts(id, address, kind, name, created_at) values ('c', '+12025550101', 'phone', 'Ana', 1);
  insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
    values ('i', 'c', 'open', 'text', 6, 1, 1, 1);
  insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at, delivery_state,
    claim_token, lease_until) values ('text', 1, 'i', 'c', 1, 'in', 'sms', 'Hello', 1, null, null, null),
    ${outgoing.join(', ')}`
