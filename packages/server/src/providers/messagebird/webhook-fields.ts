import { toUSVString } from 'node:util'

/** The fields of one webhook: names in lower case, each with its values in wire order. */
export type WebhookFields = ReadonlyMap<string, readonly string[]>

/**
 * Reads decoded forms, queries or JSON objects as one set of fields; what comes first has precedence. Case varies on the
 * wire, so names are matched without it. Nested objects are none of the provider's shapes and are passed over.
 */
export function readWebhookFields(...sources: readonly unknown[]): WebhookFields {
  const fields = new Map<string, string[]>()
  for (const source of sources) {
    for (const [name, value] of entriesOf(source)) {
      const texts = textsOf(value)
      if (texts.length === 0) continue
      const key = name.toLowerCase()
      const known = fields.get(key)
      if (known) known.push(...texts)
      else fields.set(key, texts)
    }
  }
  return fields
}

/** The first value that is not blank, names in order of precedence; untrimmed. */
export function firstFilled(fields: WebhookFields, names: readonly string[]): string | null {
  return find(fields, names, (value) => value.trim() !== '')
}

/** The first value at all, blank or not. */
export function firstPresent(fields: WebhookFields, names: readonly string[]): string | null {
  return find(fields, names, () => true)
}

function find(fields: WebhookFields, names: readonly string[], wanted: (value: string) => boolean): string | null {
  for (const name of names) {
    const value = fields.get(name)?.find(wanted)
    if (value !== undefined) return value
  }
  return null
}

function entriesOf(source: unknown): [string, unknown][] {
  return typeof source === 'object' && source !== null && !Array.isArray(source) ? Object.entries(source) : []
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? [] : textsOf(item)))
  if (typeof value === 'string') return [storable(value)]
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}

/** Databases refuse NUL and half characters; a text must not be lost over one. */
function storable(value: string): string {
  return toUSVString(value).replaceAll('\0', '\uFFFD')
}
