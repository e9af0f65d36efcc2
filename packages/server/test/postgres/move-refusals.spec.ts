import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { breakOff, deskInFile, emptyDatabase, move } from '../support/desk-to-move.ts'
import { freePort } from '../support/free-port.ts'
import { runDeskCommand } from '../support/run-desk-command.ts'

/** Past the desk. */
function change(file: string, statement: string): void {
  const db = new Database(file)
  db.exec(statement)
  db.close()
}

describe('a move is refused, and says what to do,', () => {
  it('while a desk runs on the file', async () => {
    const file = await deskInFile(0)
    const running = await openSqlitePersistence({ file, warn: () => {} })
    await expect(move(file, await emptyDatabase())).rejects.toThrow('Another Textdesk process uses')
    await running.close()
  })

  it('when the file is older or newer than this version, no desk, or not there', async () => {
    const [older, newer, other] = [await deskInFile(0), await deskInFile(0), await deskInFile(0)]
    change(older, 'delete from kysely_migration where name = (select max(name) from kysely_migration)')
    change(newer, "insert into kysely_migration values ('9999-to-come', '2030-01-01T00:00:00.000Z')")
    change(other, 'alter table tickets rename to something_else')
    const url = await emptyDatabase()
    await expect(move(older, url)).rejects.toThrow('is from an older version of Textdesk. Start the desk on it once')
    await expect(move(newer, url)).rejects.toThrow('was written by a newer version of Textdesk')
    await expect(move(other, url)).rejects.toThrow('holds no desk')
    await expect(move(`${other}-nowhere`, url)).rejects.toThrow('There is no file')
  })

  it('when no PostgreSQL lets it in', async () => {
    const [file, url] = [await deskInFile(0), await emptyDatabase()]
    const at = (change: Partial<URL>) => Object.assign(new URL(url), change).href
    const nobody = at({ port: String(await freePort()), password: 'secret word' })
    const refusal = await move(file, nobody).catch((error: Error) => error.message)
    expect(refusal).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:\d+ does not let the desk in: .*ECONNREFUSED.*that the server runs/,
    )
    expect(refusal).not.toContain('secret')
    await expect(move(file, at({ pathname: 'nowhere' }))).rejects.toThrow('Make it with CREATE DATABASE')
    await expect(move(file, at({ username: 'stranger' }))).rejects.toThrow('Check the user and the password')
  })

  it('while a desk runs on the database, though nothing is in it', async () => {
    const [file, url] = [await deskInFile(0), await emptyDatabase()]
    const running = await openPostgresPersistence({ connectionString: url, warn: () => {} })
    await expect(move(file, url)).rejects.toThrow('A desk runs on this database. Stop it')
    await running.close()
    expect(await move(file, url)).toMatchObject({ resumed: false })
  })

  it('when another desk was being moved there; and no desk starts there until it is whole', async () => {
    const [file, url] = [await deskInFile(), await emptyDatabase()]
    await expect(move(file, url, breakOff)).rejects.toThrow('interrupted')
    await expect(move(await deskInFile(0), url)).rejects.toThrow('Another desk was being moved into this database')
    const start = openPostgresPersistence({ connectionString: url, warn: () => {} })
    await expect(start).rejects.toThrow('A desk is being moved into this database, and is not whole yet')
    expect(await move(file, url)).toMatchObject({ resumed: true })
  })

  it('when the desk was used since its move began', async () => {
    const [file, url] = [await deskInFile(), await emptyDatabase()]
    await expect(move(file, url, breakOff)).rejects.toThrow('interrupted')
    change(file, "update tickets set last_preview = 'changed' where number = 1")
    await expect(move(file, url)).rejects.toThrow('tickets is not the same on both sides: 20 rows in the file, 20')
  })

  it('in sentences alone, when the addresses are wrong', async () => {
    const file = await deskInFile(0)
    const said = async (from: string, to: string, ...more: string[]) => {
      const run = { folder: tmpdir(), env: { DATABASE_URL: to } }
      const { code, output } = await runDeskCommand(['move', '--from', from, ...more], run)
      expect(code).toBe(1)
      expect(output).not.toMatch(/\n +at |nobody foresaw|secret/)
      return output
    }
    const other = 'mysql://desk:secret@somewhere/desk'
    expect(await said(`sqlite:${file}`, other)).toMatch(
      /^DATABASE_URL, in .env .* must hold the address of the PostgreSQL/,
    )
    expect(await said('postgres://somewhere/desk', `sqlite:${file}`)).toMatch(/^--from takes the file of a desk/)
    const gone = join(tmpdir(), 'no address here')
    expect(await said(`sqlite:${file}`, other, '--to-file', gone)).toContain(`${gone} cannot be read (ENOENT)`)
    const nobody = `postgres://desk:secret@127.0.0.1:${await freePort()}/desk`
    expect(await said(`sqlite:${file}`, nobody)).toMatch(/does not let the desk in/)
  })
})
