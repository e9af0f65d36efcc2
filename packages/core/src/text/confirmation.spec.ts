import { describe, expect, it } from 'vitest'
import { confirmationProblem, DEFAULT_CONFIRMATION, renderConfirmation } from './confirmation.ts'

describe('renderConfirmation', () => {
  it('names the ticket', () => {
    expect(renderConfirmation(DEFAULT_CONFIRMATION, 42)).toBe(
      'Thanks for contacting customer support! Your ticket ID is 42.',
    )
  })

  it('takes any spacing, more than one place, and a number as it is', () => {
    expect(renderConfirmation('{{ticket}} / {{ ticket }} / {{\tTicket}} $&', 1234567)).toBe(
      '1234567 / 1234567 / 1234567 $&',
    )
  })
})

describe('confirmationProblem', () => {
  it.each([DEFAULT_CONFIRMATION, '{{ ticket }}', `{{ticket}} ${'a'.repeat(1366)}`])('accepts %#', (template) => {
    expect(confirmationProblem(template)).toBeNull()
  })

  it.each([
    [' \n', 'The confirmation is empty.'],
    ['Thanks.', 'must name the ticket'],
    ['Thanks, {ticket}.', 'must name the ticket'],
    ['Thanks {{ name }}, {{ticket}}', '{{ name }}'],
    [`{{ticket}} ${'a'.repeat(1367)}`, '10 parts'],
    [`{{ticket}} ${'’'.repeat(593)}`, '10 parts'],
  ])('refuses %#', (template, words) => {
    expect(confirmationProblem(template)).toContain(words)
  })
})
