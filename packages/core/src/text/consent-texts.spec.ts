import { describe, expect, it } from 'vitest'
import {
  CONSENT_LANGUAGES,
  type ConsentTextKind,
  consentTextProblem,
  defaultConsentText,
  renderConsentText,
} from './consent-texts.ts'
import { measure } from './segments.ts'

const values = { company: 'Example Outdoor Ltd', number: '+12025550100', contact: 'help@example.com' }
const kinds: readonly ConsentTextKind[] = ['out', 'in', 'help']

describe.each(CONSENT_LANGUAGES)('the defaults in %s', (language) => {
  it.each(kinds)('for %s say who it is, fit into one part, and can be saved as they are', (kind) => {
    for (const contact of [values.contact, null]) {
      const template = defaultConsentText(kind, language, contact !== null)
      const text = renderConsentText(template, { ...values, contact })
      expect(text).toMatch(/^Example Outdoor Ltd ?:/)
      expect(text).not.toContain('{{')
      expect(measure(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 })
      expect(consentTextProblem(kind, template, { ...values, contact })).toBeNull()
    }
  })

  it('say how to come back, how to stop, and how to reach a person', () => {
    expect(renderConsentText(defaultConsentText('out', language, true), values)).toMatch(/\+12025550100.*START/)
    expect(renderConsentText(defaultConsentText('in', language, true), values)).toMatch(/HELP.*STOP/)
    expect(renderConsentText(defaultConsentText('help', language, true), values)).toMatch(/help@example\.com.*STOP/)
    expect(defaultConsentText('help', language, false)).toMatch(/\{\{number\}\}.*STOP/)
  })
})

it('fills in variables however they are spelled, and nothing inside of values', () => {
  expect(renderConsentText('{{ Company }}|{{NUMBER}}|{{contact}}', { ...values, company: '{{number}} & $&' })).toBe(
    '{{number}} & $&|+12025550100|help@example.com',
  )
})

describe('a text of an owner is refused', () => {
  it.each([
    ['out', ' ', /STOP is empty/],
    [
      'out',
      '{{company}} {{name}}',
      /Nothing is filled in for \{\{name\}\}. Only \{\{company\}\} and \{\{number\}\} are/,
    ],
    ['help', '{{toString}}', /Only \{\{company\}\}, \{\{number\}\} and \{\{contact\}\} are/],
    ['in', 'Ask {{contact}}', /only in the answer to HELP/],
    ['out', 'Hi {{company}', /without the other/],
    ['help', 'x'.repeat(1_600), /takes 11 parts. Shorten it to 9/],
  ] as const)('for %s: %j', (kind, template, problem) => {
    expect(consentTextProblem(kind, template, values)).toMatch(problem)
  })

  it('when it names a contact that is not there', () => {
    expect(consentTextProblem('help', 'Ask {{contact}}', { ...values, contact: null })).toMatch(/which is empty/)
  })
})
