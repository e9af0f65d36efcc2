import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** The states and the territories that the Federal Communications Commission answers for. */
const UNITED_STATES: ReadonlySet<string | undefined> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP'])

/** Whether a number in E.164 is of the United States; other countries share its calling code. */
export function isUsNumber(number: string): boolean {
  return UNITED_STATES.has(parsePhoneNumberFromString(number)?.country)
}
