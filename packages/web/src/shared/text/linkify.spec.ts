import { describe, expect, it } from 'vitest'
import { linkify } from './linkify.ts'

const links = (body: string): (string | null)[] => linkify(body).flatMap(({ href }) => (href ? [href] : []))

describe('linkify', () => {
  it('finds http and https addresses and leaves the sentence around them alone', () => {
    expect(linkify('See https://example.org/a?b=1, please.')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: ', please.', href: null },
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,hi', 'file:///etc/passwd', 'no address at all', 'http://'])(
    'does not link %s',
    (body) => {
      expect(links(body)).toEqual([])
    },
  )

  it('keeps every character of the text, whatever is linked', () => {
    const body = 'a http://one.example) b https://two.example/x. <b>https://three.example</b>'
    expect(
      linkify(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body)
    expect(links(body)).toEqual(['http://one.example', 'https://two.example/x', 'https://three.example'])
  })
})
