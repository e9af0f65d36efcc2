import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

const FORMULA = /^[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u

const pieces = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  ';',
  ',',
  "'",
  ' ',
  '\u0000',
  '\uFEFF',
  '＝',
  '－',
  '\u2028',
  '1+1',
]
const anyText = array(oneof(constantFrom(...pieces), string({ unit: 'grapheme' })), { maxLength: 12 }).map((parts) =>
  parts.join(''),
)

describe('toCsv', () => {
  it('is read back as it was, but for apostrophes that were added', () => {
    assert(
      property(array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const records = texts.map((body, row) => ({ row, body }))
        const read: string[][] = parse(toCsv(['row', 'body'], records), { bom: true, record_delimiter: '\r\n' })
        expect(read[0]).toEqual(['row', 'body'])
        expect(read.slice(1).map(([row]) => Number(row))).toEqual(records.map(({ row }) => row))
        for (const [place, [, cell = '']] of read.slice(1).entries())
          expect(isPadded(cell, texts[place] ?? '')).toBe(true)
      }),
    )
  })

  it('begins no cell and no line of a cell like a formula', () => {
    assert(
      property(anyText, (body) => {
        const [, [cell = ''] = []]: string[][] = parse(toCsv(['body'], [{ body }]), {
          bom: true,
          record_delimiter: '\r\n',
        })
        for (const line of cell.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/))
          expect(line.trimStart()).not.toMatch(FORMULA)
      }),
    )
  })

  /** A spreadsheet whose country writes semicolons, or a reader that ends a row at every line break. */
  it('holds no formula for readers that cut it up otherwise', () => {
    assert(
      property(anyText, (body) => {
        const cells = toCsv(['body'], [{ body }]).split(/[\r\n;]/)
        for (const cell of cells) expect(cell.replace(/^["\s\p{Cc}\p{Cf}]+/u, '')).not.toMatch(FORMULA)
      }),
    )
  })

  it.each([
    ['Hi\n=1+1', `"Hi\n'=1+1"`],
    ['Hi\r=1+1', `"Hi\r'=1+1"`],
    ['Hi\r\n@SUM(A1)', `"Hi\r\n'@SUM(A1)"`],
    ['\t=1+1', `"'\t=1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['a;=1+1', `"a;'=1+1"`],
    ['"=1+1"', `"'""=1+1"""`],
    ['50 - 3 = 47', '"50 - 3 = 47"'],
    ['1', '"1"'],
    ['', '""'],
  ])('writes %j as %s', (body, cell) => {
    expect(toCsv(['body'], [{ body }])).toBe(`\uFEFF"body"\r\n${cell}\r\n`)
  })
})

/** Whether the cell is the text with apostrophes put in. */
function isPadded(cell: string, text: string): boolean {
  let at = 0
  for (const sign of cell) {
    if (text.startsWith(sign, at)) at += sign.length
    else if (sign !== "'") return false
  }
  return at === text.length
}
