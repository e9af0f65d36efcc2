import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCannedReply } from './canned-reply.ts'

const ANA = { name: 'Ana', ticket: 42, agent: 'Bob' }
const render = (body: string, name: string | null = 'Ana') => renderCannedReply(body, { ...ANA, name }).text

describe('renderCannedReply', () => {
  it('fills in name, ticket and agent, however they are spaced and spelled', () => {
    expect(render('Hi {{name}}, {{ ticket }} is mine. {{Agent}}{{\tNAME }}')).toBe('Hi Ana, 42 is mine. BobAna')
  })

  it.each([
    ['Hi {{name}}, welcome', 'Hi, welcome'],
    ['{{name}} hello', 'hello'],
    ['Thanks {{name}}', 'Thanks'],
    ['Thanks {{name}} for this', 'Thanks for this'],
    ['Hi\n{{name}} there', 'Hi\nthere'],
    ['Hi {{name}}\nthere', 'Hi\nthere'],
    ['({{name}} here)', '( here)'],
    ['to {{name}}s', 'to s'],
    ['{{name}}', ''],
    ['Hi {{name}} {{agent}}.', 'Hi Bob.'],
  ])('without a name "%s" leaves no hole', (body, text) => {
    expect(render(body, null)).toBe(text)
    expect(render(body, '  ')).toBe(text)
  })

  it('names the placeholders that nothing is filled in for, and leaves them in', () => {
    expect(renderCannedReply('{{order}} of {{name}}: {{ due date }} {{}}', ANA)).toEqual({
      text: '{{order}} of Ana: {{ due date }} {{}}',
      unknown: ['{{order}}', '{{ due date }}', '{{}}'],
    })
  })

  it('fills nothing into what it filled in', () => {
    expect(render('Hi {{name}}', '{{ticket}} $&')).toBe('Hi {{ticket}} $&')
  })

  it('leaves everything else as it is', () => {
    const words = fc.string().filter((text) => !text.includes('{') && !text.includes('}'))
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(render(`${before}{{name}}${after}`)).toBe(`${before}Ana${after}`)
        expect(render(`${before}${after}`, null)).toBe(`${before}${after}`)
      }),
    )
  })
})
