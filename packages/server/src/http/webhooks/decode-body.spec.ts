import { describe, expect, it } from 'vitest'
import { HttpProblem } from '../problem.ts'
import { decodeBody } from './decode-body.ts'

const FORM = 'application/x-www-form-urlencoded'
const decode = (body: string | Buffer, contentType?: string) => ({ ...decodeBody(Buffer.from(body), contentType) })

describe('decodeBody', () => {
  it.each([
    ['a form', 'originator=%2B12025550123&payload=Hi+there', FORM],
    ['a form with a charset', 'originator=%2B12025550123&payload=Hi+there', `${FORM}; charset=UTF-8`],
    ['JSON', '{"originator":"+12025550123","payload":"Hi there"}', 'application/json'],
    ['JSON of another name', '{"originator":"+12025550123","payload":"Hi there"}', 'application/vnd.messagebird+json'],
    ['a form without a content type', 'originator=%2B12025550123&payload=Hi+there', undefined],
    ['JSON without a content type', ' {"originator":"+12025550123","payload":"Hi there"}', undefined],
  ])('reads %s', (_, body, contentType) => {
    expect(decode(body, contentType)).toEqual({ originator: '+12025550123', payload: 'Hi there' })
  })

  it('gathers repeated fields', () => {
    expect(decode('mediaUrls=a&mediaUrls=b', FORM)).toEqual({ mediaUrls: ['a', 'b'] })
  })

  it.each([
    ['bytes that are no UTF-8', 'payload=%FF%FEHi', '\ufffd\ufffdHi'],
    ['a character cut short', 'payload=Hi+%E2%82', 'Hi \ufffd'],
    ['half a character', 'payload=%ED%A0%80Hi', '\ufffd\ufffd\ufffdHi'],
    ['nothing', 'payload=100%&a=%zz', '100%'],
  ])('reads escapes that stand for %s without losing the rest', (_, body, payload) => {
    expect(decode(body, FORM)).toMatchObject({ payload })
  })

  it('takes an empty body for no fields', () => {
    expect(decode('', 'application/json')).toEqual({})
  })

  it.each([
    ['broken JSON', '{"payload":', 'application/json'],
    ['a list', '[1]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a string', '"Hi"', 'application/json'],
    ['another content type', '<a/>', 'application/xml'],
    ['what is not UTF-8', Buffer.from([0x70, 0x3d, 0xff, 0xfe]), FORM],
  ])('refuses %s', (_, body, contentType) => {
    const refusal = expect.objectContaining({ status: 400, code: 'body-unreadable' })
    expect(() => decode(body, contentType)).toThrow(HttpProblem)
    expect(() => decode(body, contentType)).toThrow(refusal)
  })
})
