/** One request as nobody well-behaved would write it, and some as a customer may. */
export interface HostileRequest {
  /** What kind it is of, for the report. */
  readonly what: string
  readonly method: string
  readonly target: string
  /** Names and values in turn, as they go over the wire. */
  readonly headers: readonly string[]
  readonly body: Buffer
  /** Signed as MessageBird does. */
  readonly signed: boolean
  /** The text that has to be stored if this is answered OK; null where there is none to be sure of. */
  readonly text: string | null
}

/** `from` is a number that no other request has. */
export type MakeRequest = (from: string) => HostileRequest

export const TEXTS = '/webhooks/messagebird'
export const REPORTS = '/webhooks/messagebird/status'
export const FORM = 'application/x-www-form-urlencoded'
export const JSON_TYPE = 'application/json'

export function contentType(type: string | null): readonly string[] {
  return type === null ? [] : ['Content-Type', type]
}

export function wireRequest(method: string, target: string, type: string | null, body: string) {
  return { method, target, headers: contentType(type), body: Buffer.from(body) }
}
