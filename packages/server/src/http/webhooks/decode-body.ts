import { parse } from 'node:querystring'
import { HttpProblem } from '../problem.ts'

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i
const MAX_FIELDS = 1_000

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The fields of a form or of a JSON object, whatever the provider was set up to send. @throws HttpProblem 400 */
export function decodeBody(body: Buffer, contentType: string | undefined): object {
  if (body.length === 0) return {}
  const text = readText(body)
  if (contentType === undefined) return text.trimStart().startsWith('{') ? readJson(text) : readForm(text)
  if (FORM_TYPE.test(contentType)) return readForm(text)
  if (JSON_TYPE.test(contentType)) return readJson(text)
  const detail =
    'Webhooks are read as a form (application/x-www-form-urlencoded) or as JSON. Choose one of them at the provider.'
  throw new HttpProblem(400, 'body-unreadable', detail, { contentType: contentType.slice(0, 100) })
}

function readText(body: Buffer): string {
  try {
    return strictUtf8.decode(body)
  } catch {
    throw new HttpProblem(400, 'body-unreadable', 'The body is not UTF-8. Check that no proxy changes it.')
  }
}

function readForm(text: string): object {
  return parse(text, '&', '=', { maxKeys: MAX_FIELDS })
}

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Told below, like JSON of another kind.
  }
  throw new HttpProblem(
    400,
    'body-unreadable',
    'The body is not a JSON object. Check what the provider is set up to send.',
  )
}
