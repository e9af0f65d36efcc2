import fc from 'fast-check'

const pieces = [
  ...['\0', '\ufeff', '\ufffd', '\u2028', '\u202e', '\ud800', '\udfff', '\r\n', '\t', ' '],
  ...['😀', '👩‍👩‍👧‍👦', '🏳️‍🌈', 'é', 'e\u0301', 'ẞ', 'مرحبا', 'שלום', 'สวัสดี', '汉字', '€'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '%',
    '%FF',
    '%00',
    '&',
    '=',
    '+',
    ';',
    '"',
    "'",
    '\\',
    '{{ticket}}',
    '$&',
  ],
  ...['<script>alert(1)</script>', "'; drop table messages; --", '-1', '1e999', 'null', 'undefined', '[object Object]'],
]
const halves = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })

/** Whatever a text can hold, half characters too: a program may have cut one in two. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 2, arbitrary: halves.map((codes) => String.fromCharCode(...codes)) },
)

/** Up to 20 KB on the wire. */
export const anyLongText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 1_000 }))
  .map(([piece, times]) => piece.repeat(times))
