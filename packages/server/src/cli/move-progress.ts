import type { MoveProgress } from '../persistence/move/move-desk.ts'

const BAR = 30
const NAME = 20

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A line a table: one that grows where there is a screen, else one when the table is done. */
export function moveProgress(screen: Screen = process.stdout): (progress: MoveProgress) => void {
  return ({ doing, table, rows, of }) => {
    const done = rows >= of
    const name = table.padEnd(NAME)
    if (screen.isTTY) screen.write(`\r${name} ${barOf(rows, of)} ${rows} of ${of} ${doing} ${done ? '\n' : ''}`)
    else if (done) screen.write(`${name} ${rows} rows ${doing}\n`)
  }
}

function barOf(rows: number, of: number): string {
  const share = of === 0 ? 1 : Math.min(rows / of, 1)
  return '#'.repeat(Math.floor(share * BAR)).padEnd(BAR, '.')
}
