import fc from 'fast-check'
import { anyLongText, anyText } from './any-text.ts'
import { FORM, JSON_TYPE, type MakeRequest, TEXTS, wireRequest } from './hostile-request.ts'

const DESK_NUMBER = '12025550100'
type Fields = Readonly<Record<string, string>>

/** What a customer may have written, in every way a provider may write it. */
export const anyTextWebhook: fc.Arbitrary<MakeRequest> = fc
  .record({
    text: fc.oneof({ weight: 9, arbitrary: anyText }, { weight: 1, arbitrary: anyLongText }),
    shape: fc.constantFrom('form', 'raw form', 'json', 'escaped json', 'query'),
  })
  .map(({ text, shape }) => (from) => {
    const fields = { originator: from, recipient: DESK_NUMBER, payload: text, id: `id-${from}` }
    return { what: `text as ${shape}`, ...written(shape, fields), signed: true, text }
  })

function written(shape: string, fields: Fields) {
  const form = new URLSearchParams(fields).toString()
  if (shape === 'query' && form.length < 12_000) return wireRequest('GET', `${TEXTS}?${form}`, null, '')
  if (shape === 'json') return wireRequest('POST', TEXTS, JSON_TYPE, JSON.stringify(fields))
  if (shape === 'escaped json') return wireRequest('POST', TEXTS, JSON_TYPE, escapedJson(fields))
  return wireRequest('POST', TEXTS, FORM, shape === 'raw form' ? rawForm(fields) : form)
}

/** Every character as the one or two halves it has. */
function escapedJson(fields: Fields): string {
  const quote = (text: string) =>
    `"${text
      .split('')
      .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')}"`
  return `{${Object.entries(fields).map(([name, value]) => `${quote(name)}:${quote(value)}`)}}`
}

/** Only what has a meaning in a form is escaped. */
function rawForm(fields: Fields): string {
  const escaped = (value: string) => value.replaceAll(/[%&+=]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('&')
}
