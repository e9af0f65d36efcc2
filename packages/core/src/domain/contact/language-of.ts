import type { ConsentLanguage } from '../../text/consent-texts.ts'

const BY_CALLING_CODE: readonly (readonly [language: ConsentLanguage, prefixes: readonly string[]])[] = [
  ['de', ['+49', '+43', '+41', '+423']],
  ['fr', ['+33', '+377', '+352']],
  ['nl', ['+31', '+32']],
  ['es', ['+34', '+51', '+52', '+53', '+54', '+56', '+57', '+58', '+591', '+593', '+595', '+598']],
  ['es', ['+502', '+503', '+504', '+505', '+506', '+507']],
]

/** What most who text to this number read, until the owner says otherwise. */
export function languageOf(inboxNumber: string | null): ConsentLanguage {
  const found = BY_CALLING_CODE.find(([, prefixes]) => prefixes.some((prefix) => inboxNumber?.startsWith(prefix)))
  return found?.[0] ?? 'en'
}
