import { expect, it } from 'vitest'
import { consentWords } from './consent-words.ts'

const NOW = Date.UTC(2026, 10, 22)
const at = '2026-05-03T10:00:00.000Z'

it.each([
  [null, 'May be texted.'],
  [{ inboxId: 'i1', at, source: 'text' }, 'This customer texted STOP on 3 May. Replies are off until they text START.'],
  [{ inboxId: 'i1', at, source: 'agent' }, 'Opted out by an agent on 3 May. Replies are off until they text START.'],
])('%o is told as "%s"', (optOut, words) => {
  expect(consentWords(optOut, NOW)).toBe(words)
})
