import { stringify } from 'csv-stringify/sync'

/**
 * CSV (RFC 4180) for a spreadsheet, every text quoted. What came in a text must not become a formula there (OWASP, CSV
 * injection), so an apostrophe stands before whatever begins like one.
 */
export function toCsv(
  columns: readonly string[],
  records: readonly Readonly<Record<string, string | number>>[],
): string {
  return stringify([...records], {
    header: true,
    columns: [...columns],
    cast: { string: defuse },
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    bom: true,
  })
}

/**
 * A cell may begin at the start, after any line break, and after a semicolon where the country writes those between cells.
 * Programs skip quotes, blanks and invisible characters before a formula, and take the full-width signs for the plain ones.
 */
const FORMULA_TO_COME =
  /(?<=^|[\r\n\v\f\u0085\u2028\u2029;])(?=\t|(?:(?![\r\n\v\f\u0085])["\p{Cc}\p{Cf}\p{Zs}])*[=+\-@＝＋－＠﹦﹢﹣﹫−])/gu

function defuse(text: string): string {
  return text.replace(FORMULA_TO_COME, "'")
}
