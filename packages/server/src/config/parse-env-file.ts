/** What a `.env` says, and a sentence for each line that two readers could take for two things. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly string[]
}

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/

/**
 * Reads `.env` as a shell, Docker and Compose do: a # begins a comment only after a blank, so that a key may hold one. The
 * parsers of Node and dotenv cut an unquoted value at any #, and take a name for whatever stands before the =.
 */
export function parseEnvFile(text: string): EnvFile {
  const values: Record<string, string> = {}
  const problems: string[] = []
  if (text.includes('\u0000')) return { values, problems: ['.env is not UTF-8 text. Save it as UTF-8.'] }
  for (const [place, line] of text.split(/\r\n|\r|\n/).entries()) {
    // trim() takes off a byte order mark as well.
    const trouble = readLine(line.trim(), values)
    if (trouble !== null) problems.push(`Line ${place + 1} of .env: ${trouble}`)
  }
  return { values, problems }
}

/** @returns what is wrong with the line. Never repeats a value: it may be a key. */
function readLine(line: string, values: Record<string, string>): string | null {
  if (line === '' || line.startsWith('#')) return null
  const [, name, written = ''] = ASSIGNMENT.exec(line) ?? []
  if (name === undefined) return 'it is not NAME=value. The name has letters, digits and _ only.'
  const value = unquote(written)
  if (value === null)
    return `the quotes around the value of ${name} do not match. Leave them out, or close them at the end.`
  if (Object.hasOwn(values, name)) return `${name} is set a second time. Keep one of the two lines.`
  values[name] = value
  return null
}

/** Null where the quotes are not a pair around all of it. */
function unquote(written: string): string | null {
  const quote = written[0]
  if (quote !== '"' && quote !== "'" && quote !== '`') return written.replace(/(^|\s)#.*$/, '').trim()
  const end = written.indexOf(quote, 1)
  const rest = written.slice(end + 1)
  return end > 0 && /^\s*(?:#.*)?$/.test(rest) && (rest === '' || /^\s/.test(rest)) ? written.slice(1, end) : null
}
