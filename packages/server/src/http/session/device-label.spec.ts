import { expect, it } from 'vitest'
import { deviceLabel } from './device-label.ts'

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.1', null],
  ['<b>Eve</b> / 1', null],
  ['a'.repeat(16_000), null],
  ['', null],
  [undefined, null],
])('the browser that sends %j is %j', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label)
})
