import { plainNumber } from '@textdesk/core/text'

/** Whether somebody wrote this very number or name; blanks, dashes and brackets between digits make no difference. */
export function isSameAddress(written: string, address: string): boolean {
  const trimmed = written.trim()
  return trimmed === address || plainNumber(trimmed).replace(/[\s().\-\u2010-\u2015/]/g, '') === address
}
