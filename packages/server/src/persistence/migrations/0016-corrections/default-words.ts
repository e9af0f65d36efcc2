import { type Kysely, sql } from 'kysely'

interface Words {
  readonly out: readonly string[]
  readonly in: readonly string[]
  readonly help: readonly string[]
}

const SHORT: Words = { out: ['stop', 'stopall', 'unsubscribe'], in: ['start'], help: ['help'] }
const NORTH_AMERICA: Words = {
  out: [...SHORT.out, 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'arret'],
  in: ['start', 'unstop'],
  help: ['help', 'info'],
}

/** What an inbox got with its number until now, and what it gets besides from now on. */
const LOCAL: readonly {
  readonly prefixes: string
  readonly had: readonly string[]
  readonly gets: readonly string[]
}[] = [
  { prefixes: '+33 +377', had: ['arret'], gets: ['arrete', 'arrett'] },
  { prefixes: '+32', had: ['arret', 'halt', 'stopp'], gets: ['arrete', 'uit'] },
  { prefixes: '+352', had: ['arret', 'halt', 'stopp'], gets: ['arrete'] },
  { prefixes: '+41', had: ['arret', 'halt', 'stopp'], gets: ['arrete', 'stopp all'] },
  { prefixes: '+49 +43 +423', had: ['halt', 'stopp'], gets: ['stopp all'] },
  { prefixes: '+31', had: [], gets: ['uit', 'stop uit'] },
  { prefixes: '+46 +47', had: ['stopp'], gets: [] },
  {
    prefixes: '+34 +51 +52 +54 +56 +57 +58 +591 +593 +595 +598 +502 +503 +504 +505 +506 +507',
    had: ['parar', 'detener'],
    gets: ['baja', 'salir'],
  },
  { prefixes: '+55 +351', had: ['parar'], gets: ['sair'] },
]

/** Inboxes whose owner left the words as they came get the new ones; a list that somebody wrote stays theirs. */
export async function renewDefaultWords(db: Kysely<unknown>): Promise<void> {
  const inboxes = await sql<{ id: string; number: string | null; opt_out_words: string }>`
    select id, number, opt_out_words from inboxes`.execute(db)
  for (const { id, number, opt_out_words: words } of inboxes.rows) {
    const { had, gets } = defaultsOf(number ?? '')
    if (words !== JSON.stringify(had)) continue
    await sql`update inboxes set opt_out_words = ${JSON.stringify(gets)} where id = ${id}`.execute(db)
  }
}

function defaultsOf(number: string): { had: Words; gets: Words } {
  if (number.startsWith('+1')) {
    const { out, help } = NORTH_AMERICA
    return {
      had: NORTH_AMERICA,
      gets: { ...NORTH_AMERICA, out: [...out, 'stop all', 'remove'], help: [...help, 'aide'] },
    }
  }
  const local = LOCAL.find(({ prefixes }) => prefixes.split(' ').some((prefix) => number.startsWith(prefix)))
  const had = { ...SHORT, out: [...SHORT.out, ...(local?.had ?? [])] }
  const everywhere = ['stop all', 'optout', 'opt out']
  return { had, gets: { ...had, out: [...had.out, ...everywhere, ...(local?.gets ?? [])] } }
}
