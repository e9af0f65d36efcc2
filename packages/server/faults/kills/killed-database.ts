import { join } from 'node:path'
import { DeskLedger } from '../../test/support/desk-ledger.ts'
import { PostgresDeskLedger } from '../../test/support/postgres-desk-ledger.ts'
import { MessageLedger } from '../support/message-ledger.ts'
import { PostgresMessageLedger } from '../support/postgres-message-ledger.ts'
import type { KillLedger } from './kill-ledger.ts'

/** Where a desk that is killed keeps everything. */
export interface KilledDatabase {
  /** For DATABASE_URL. */
  readonly url: string
  /** Once there is a desk in it. Every text may then leave at once, and every ticket be confirmed. */
  open(): Promise<KillLedger>
}

export function databaseInFile(folder: string): KilledDatabase {
  const file = join(folder, 'desk.sqlite')
  const open = async () => {
    new DeskLedger(file).liftBudgets()
    return new MessageLedger(file)
  }
  return { url: `sqlite:${file}`, open }
}

export function databaseInPostgres(url: string): KilledDatabase {
  const open = async () => {
    await new PostgresDeskLedger(url).liftBudgets()
    return new PostgresMessageLedger(url)
  }
  return { url, open }
}
