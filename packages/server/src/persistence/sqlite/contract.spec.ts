import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry } from '@textdesk/core'
import { type DeskSubject, describeDesk } from '@textdesk/core/testing'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import { openSqlitePersistence } from './open-sqlite-persistence.ts'

const shelf = mkdtempSync(join(tmpdir(), 'textdesk-'))
const emptyDesk = join(shelf, 'empty.sqlite')
await openSqlitePersistence({ file: emptyDesk, warn: () => {} }).then((persistence) => persistence.close())
afterAll(() => rmSync(shelf, { recursive: true }))

describeDesk('SQLite', openSubject)

/** A copy of an empty desk, which saves the migrations each time. */
async function openSubject(): Promise<DeskSubject> {
  const folder = mkdtempSync(join(shelf, 'desk-'))
  const file = join(folder, 'desk.sqlite')
  copyFileSync(emptyDesk, file)
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  return {
    ...persistence,
    readAudit: async () => readAudit(file),
    close: async () => {
      await persistence.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The desk never reads its audit log, so the test looks into the file. */
function readAudit(file: string): AuditEntry[] {
  const db = new Database(file, { readonly: true })
  try {
    const sql = 'select at, actor_id as actorId, what, subject_id as subjectId from audit_log order by row'
    return db.prepare<[], AuditEntry>(sql).all()
  } finally {
    db.close()
  }
}
