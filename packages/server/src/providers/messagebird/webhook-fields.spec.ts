import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFilled, firstPresent, readWebhookFields } from './webhook-fields.ts'

describe('readWebhookFields', () => {
  it('matches names without case and gathers repeated ones', () => {
    const fields = readWebhookFields({ mediaUrls: ['a', 'b'], MediaURLs: 'c' }, { CreatedDatetime: 'd' })
    expect([...fields]).toEqual([
      ['mediaurls', ['a', 'b', 'c']],
      ['createddatetime', ['d']],
    ])
  })

  it('reads numbers of JSON, passes over null and nested objects', () => {
    const fields = readWebhookFields({
      originator: 12025550123,
      message: null,
      price: { amount: 1 },
      flash: true,
      n: [[1]],
    })
    expect([...fields]).toEqual([
      ['originator', ['12025550123']],
      ['flash', ['true']],
    ])
  })

  it('knows no fields of prototypes', () => {
    const fields = readWebhookFields(JSON.parse('{"__proto__":"a","constructor":"b"}'))
    expect(firstFilled(fields, ['__proto__'])).toBe('a')
    expect(firstFilled(readWebhookFields({}), ['constructor', 'toString'])).toBeNull()
  })

  it('replaces what no database stores', () => {
    expect(firstFilled(readWebhookFields({ body: 'a\0b\ud800c 😀' }), ['body'])).toBe('a\uFFFDb\uFFFDc 😀')
  })

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.anything(), (source) => {
        for (const values of readWebhookFields(source).values()) expect(values.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('precedence', () => {
  const fields = readWebhookFields({ payload: '  ', body: '', message: ' Hi ' })

  it('passes over blank values for the first filled one, untrimmed', () => {
    expect(firstFilled(fields, ['payload', 'body', 'message'])).toBe(' Hi ')
    expect(firstFilled(fields, ['payload', 'body'])).toBeNull()
  })

  it('finds the first value that is there at all', () => {
    expect(firstPresent(fields, ['nothing', 'payload', 'body'])).toBe('  ')
    expect(firstPresent(fields, ['nothing'])).toBeNull()
  })

  it('lets the first source win', () => {
    expect(firstFilled(readWebhookFields({ body: 'form' }, { body: 'query' }), ['body'])).toBe('form')
  })
})
