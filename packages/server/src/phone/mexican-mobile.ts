import { spellingsOf } from '@textdesk/core/text'

/** "+52 1 55 1234 5681", as mobiles in Mexico were written until 2019: today's number; null for any other text. */
export function withoutMobileOne(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
  const [number, long] = spellingsOf(digits.startsWith('+') ? digits : `+${digits}`)
  return number !== undefined && long?.startsWith('+521') ? number : null
}
