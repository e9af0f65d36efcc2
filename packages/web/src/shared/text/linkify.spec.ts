import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkify } from './linkify.ts'

const linked = (body: string): string[] => linkify(body).flatMap(({ text, href }) => (href ? [text] : []))
const hrefs = (body: string): string[] => linkify(body).flatMap(({ href }) => href ?? [])

describe('linkify', () => {
  it('finds http and https addresses and leaves the sentence around them alone', () => {
    expect(linkify('See https://example.org/a?b=1, please.')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: ', please.', href: null },
    ])
  })

  it.each([
    ['https://en.wikipedia.org/wiki/Blur_(band)', 'https://en.wikipedia.org/wiki/Blur_(band)'],
    ['(https://en.wikipedia.org/wiki/Blur_(band))', 'https://en.wikipedia.org/wiki/Blur_(band)'],
    ['(see https://t.test/a).', 'https://t.test/a'],
    ['https://t.test/abc。谢谢', 'https://t.test/abc'],
    ['《https://t.test/RUy3》后面', 'https://t.test/RUy3'],
    ['“https://t.test/x”', 'https://t.test/x'],
    ['„https://t.test/x“ hier', 'https://t.test/x'],
    ['«https://t.test/x» ici', 'https://t.test/x'],
    ['‹https://t.test/x›', 'https://t.test/x'],
    ['‘https://t.test/x’', 'https://t.test/x'],
    ['https://t.test/x…', 'https://t.test/x'],
    ['https://t.test/x...', 'https://t.test/x'],
    ['https://t.test/x！', 'https://t.test/x'],
    ['https://t.test/x？', 'https://t.test/x'],
    ['https://t.test/x、それから', 'https://t.test/x'],
    ['「https://t.test/x」', 'https://t.test/x'],
    ['（https://t.test/x）', 'https://t.test/x'],
    ['https://t.test/x؟ نعم', 'https://t.test/x'],
    ['https://t.test/x، نعم', 'https://t.test/x'],
    ['https://t.test/x। हाँ', 'https://t.test/x'],
    ['<b>https://t.test/x</b>', 'https://t.test/x'],
    ['我的订单https://t.test/x', 'https://t.test/x'],
    ['これhttps://t.test/xです', 'https://t.test/xです'],
    ['Linkhttps://t.test/x', 'https://t.test/x'],
    ['https://t.test/x\u200B\u202Etxt.exe', 'https://t.test/x'],
    ['\u2068https://t.test/x\u2069', 'https://t.test/x'],
    ['https://t.test:8080/a,b;c?d=e&f=[g]#h', 'https://t.test:8080/a,b;c?d=e&f=[g]#h'],
    ['https://paypal.example@t.test/x', 'https://paypal.example@t.test/x'],
    ['https://пример.рф/тест', 'https://пример.рф/тест'],
    ['HTTPS://T.TEST/A', 'HTTPS://T.TEST/A'],
    ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ])('finds the address in %s', (body, address) => {
    expect(linked(body)).toEqual([address])
  })

  it.each([
    ['www.example.org/a.', 'www.example.org/a', 'http://www.example.org/a'],
    ['看www.example.org', 'www.example.org', 'http://www.example.org'],
    ['Write to ada.l+desk@example.org, please', 'ada.l+desk@example.org', 'mailto:ada.l+desk@example.org'],
    ['mailto:ada@example.org', 'mailto:ada@example.org', 'mailto:ada@example.org'],
    ['(ada@example.org)', 'ada@example.org', 'mailto:ada@example.org'],
    ['Call +1 202 555 0123.', '+1 202 555 0123', 'tel:+12025550123'],
    ['Call +1 202 555 0123 2 times', '+1 202 555 0123', 'tel:+12025550123'],
    ['+12025550123', '+12025550123', 'tel:+12025550123'],
    ['\u202A+1 (202) 555-0123\u202C', '+1 (202) 555-0123', 'tel:+12025550123'],
    ['+44 (0)20 7946 0018', '+44 (0)20 7946 0018', 'tel:+442079460018'],
    ['电话+12025550123谢谢', '+12025550123', 'tel:+12025550123'],
    ['(202) 555-0123', '(202) 555-0123', 'tel:2025550123'],
    ['202-555-0123', '202-555-0123', 'tel:2025550123'],
    ['0491 570 156', '0491 570 156', 'tel:0491570156'],
    ['(020) 7946 0018', '(020) 7946 0018', 'tel:02079460018'],
  ])('finds in %s what can be written to or called', (body, text, href) => {
    expect(linkify(body).filter((part) => part.href !== null)).toEqual([{ text, href }])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'ftp://t.test/x',
    '//t.test/x',
    'tel:javascript',
    'no address at all',
    'http://',
    'https://.',
    'www.',
    'thanks.It was late',
    'example.org',
    '@',
    'a@b',
    'Order 12025550123',
    'Order 0012345678',
    '1Z999AA10123456784',
    '01.02.2026 10:30',
    '2026-11-29 10:30',
    '29/11/2026 1030',
    '192.168.100.200',
    '4111 1111 1111 1111',
    '+1',
    '+123 45',
    'a+12025550123@',
  ])('does not link %s', (body) => {
    expect(hrefs(body)).toEqual([])
  })

  it('tells several in one text apart, and takes no digits of an address for a phone number', () => {
    const body = 'https://t.test/0491-570-156 or www.example.org, ada@example.org; +1 202 555 0123, +1 202 555 0124'
    expect(hrefs(body)).toEqual([
      'https://t.test/0491-570-156',
      'http://www.example.org',
      'mailto:ada@example.org',
      'tel:+12025550123',
      'tel:+12025550124',
    ])
  })

  it('keeps every character of the text, and opens nothing but http, https, mailto and tel', () => {
    const piece = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'www.',
        'javascript:',
        'mailto:',
        'tel:',
        't.test',
        '/a',
        '(',
        ')',
        '@',
        '.',
        '。',
        '+1202',
      ],
      ...['5550123', ' ', '0', '-', '\u200B', '\u202E', '谢', 'نعم', '👍', '"', '<', '//', '?', '#', '%', ':'],
    )
    const text = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (body) => {
        const parts = linkify(body)
        expect(parts.map((part) => part.text).join('')).toBe(body)
        for (const { href } of parts) if (href) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:\+?\d+$)/i)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    '.',
    '…',
    '(',
    '[(',
    '-',
    '@',
    'a@',
    'a@b.',
    'a.',
    'www.',
    'http://',
    'https://t.test/ ',
    'mailto:',
    '//',
    '://',
    '1 ',
    '+1',
    '0-',
    '%',
    'a',
    '谢',
    '\u202E',
    "'",
    ':',
    'http:',
  ])('comes to an end with nothing but %j', (piece) => {
    const hostile = piece.repeat(60_000 / piece.length)
    for (const body of [hostile, `https://t.test/${hostile}`, `https://${hostile}`, `a@${hostile}`, `+${hostile}`]) {
      expect(
        linkify(body)
          .map(({ text }) => text)
          .join('').length,
      ).toBe(body.length)
    }
  })
})
