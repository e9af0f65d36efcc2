import { describe, expect, it } from 'vitest'
import { hasForwardingHeader, isLoopbackHost } from './loopback.ts'

describe('isLoopbackHost', () => {
  it.each(['localhost', 'LOCALHOST', 'desk.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', '::ffff:127.0.0.1'])(
    'knows %s',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true)
    },
  )

  it.each([
    '',
    'example.org',
    'localhost.example.org',
    'notlocalhost',
    '127.0.0.1.example.org',
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '192.168.0.1',
    '::ffff:192.0.2.1',
  ])('does not take %j for this computer', (host) => {
    expect(isLoopbackHost(host)).toBe(false)
  })
})

describe('hasForwardingHeader', () => {
  it.each(['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip', 'cf-connecting-ip'])(
    'sees %s',
    (name) => {
      expect(hasForwardingHeader({ headers: { host: 'localhost', [name]: 'x' } })).toBe(true)
    },
  )

  it('sees none in what a browser sends', () => {
    expect(hasForwardingHeader({ headers: { host: 'localhost', origin: 'http://localhost', cookie: 'a=b' } })).toBe(
      false,
    )
  })
})
