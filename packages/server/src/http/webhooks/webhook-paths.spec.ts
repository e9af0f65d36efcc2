import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNearWebhook, isWebhookUrl, REPORT_PATHS, routedUrl, TEXT_PATHS } from './webhook-paths.ts'

describe('routedUrl', () => {
  it.each([
    ['/webhook', '/webhook'],
    ['/webhook?', '/webhook?'],
    ['/webhook/?a=/B//', '/webhook?a=/B//'],
    ['//Webhook//?x', '/webhook?x'],
    ['/webhooks%2FMessageBird', '/webhooks/messagebird'],
    ['//webhooks/messagebird//status/', '/webhooks/messagebird/status'],
  ])('leads %s to %s', (url, routed) => {
    expect(routedUrl(url)).toBe(routed)
    expect(isWebhookUrl(routed)).toBe(true)
  })

  it.each([
    '/',
    '',
    '/webhook.',
    '/webhook%20',
    '/web hook',
    '/webhooks',
    '/API/Tickets/',
    '//x//',
    '/%zz',
    '/a?/webhook/',
  ])('leaves %j alone', (url) => {
    expect(routedUrl(url)).toBe(url)
  })

  it('takes any slashes and capitals, and keeps the query as it came', () => {
    const slashes = fc.stringMatching(/^\/{1,4}$/)
    const path = fc.constantFrom(...TEXT_PATHS, ...REPORT_PATHS)
    const spelled = fc.tuple(path, fc.array(fc.boolean()), fc.array(slashes, { minLength: 4, maxLength: 4 }))
    fc.assert(
      fc.property(spelled, fc.stringMatching(/^[a-zA-Z0-9=&%/?]{0,12}$/), ([known, capitals, runs], query) => {
        const letters = [...known].map((letter, index) => (capitals[index] ? letter.toUpperCase() : letter)).join('')
        const parts = letters.split('/').slice(1)
        const url = parts.map((part, index) => `${runs[index]}${part}`).join('')
        expect(routedUrl(`${url}?${query}`)).toBe(`${known}?${query}`)
      }),
    )
  })

  it('leads whatever else there is nowhere new', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => {
        const routed = routedUrl(url)
        expect(routed === url || isWebhookUrl(routed)).toBe(true)
      }),
    )
  })
})

it.each([
  ['/webhooks', true],
  ['/api/WebHook/x', true],
  ['/web-hook', true],
  ['/my%5Fwebhooks', true],
  ['/%zzwebhook', true],
  ['/inbox', false],
  ['/inbox?next=/webhook', false],
])('whoever posts to %s means a webhook: %s', (url, near) => {
  expect(isNearWebhook(url)).toBe(near)
})
