import type { ServerResponse } from 'node:http'

export interface Exchange {
  readonly response: ServerResponse
  /** Takes the text into the ledger and returns MessageBird's answer about it. */
  accept(): object
  /** Ends the whole provider for a while. */
  die(): void
}

/** What the fake can do with one request. `readsBody: false` acts on the headers alone. */
interface Answer {
  readonly readsBody?: false
  answer(exchange: Exchange): void
}

const SLOW_MS = 300
const DRIP_MS = 20

/** In the order of docs: taken, refused, put off, and everything that leaves the sender in doubt. */
export const ANSWERS = {
  accept: { answer: ({ response, accept }) => json(response, 201, accept()) },
  slow: { answer: ({ response, accept }) => void setTimeout(json, SLOW_MS, response, 201, accept()) },
  'not-allowed': refusal(401, 2, 'Request not allowed (incorrect access_key)', 'access_key'),
  'no-recipient': refusal(422, 9, 'no (correct) recipients found', 'recipients'),
  'bad-originator': refusal(422, 10, 'originator is invalid', 'originator'),
  'not-found': refusal(404, 20, 'message not found', null),
  'bad-request': refusal(422, 21, 'bad request', null),
  'no-balance': refusal(422, 25, 'not enough balance', null),
  'forbidden-page': { answer: ({ response }) => page(response, 403) },
  throttled: { answer: ({ response }) => json(response, 429, { message: 'API rate limit exceeded' }) },
  'throttled-with-delay': {
    answer: ({ response }) => json(response, 429, { message: 'API rate limit exceeded' }, { 'Retry-After': '7' }),
  },
  'server-error': { answer: ({ response }) => json(response, 500, {}) },
  /** A server that failed after it took the text. */
  'server-error-after-accept': { answer: ({ response, accept }) => json(response, 500, accept()) },
  'gateway-page': { answer: ({ response }) => page(response, 502) },
  page: { answer: ({ response }) => page(response, 200) },
  empty: { answer: (exchange) => unreadable(exchange, '') },
  garbage: { answer: (exchange) => unreadable(exchange, '{"id": "e80') },
  'no-id': { answer: ({ response, accept }) => json(response, 200, { ...accept(), id: null }) },
  silent: { answer: ({ accept }) => void accept() },
  drip: { answer: drip },
  cut: { answer: cut },
  'reset-before-body': { readsBody: false, answer: ({ response }) => void response.socket?.resetAndDestroy() },
  'reset-after-body': { answer: resetAfterAccept },
  dies: { answer: dieAfterAccept },
} satisfies Record<string, Answer>

export type FakeMode = keyof typeof ANSWERS

export function answerFor(mode: FakeMode): Answer {
  return ANSWERS[mode]
}

function refusal(status: number, code: number, description: string, parameter: string | null): Answer {
  return { answer: ({ response }) => json(response, status, { errors: [{ code, description, parameter }] }) }
}

export function json(response: ServerResponse, status: number, content: object, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(content))
}

export function refuseKey(response: ServerResponse): void {
  refuse(response, 401, 2, 'Request not allowed (incorrect access_key)', 'access_key')
}

export function refuse(
  response: ServerResponse,
  status: number,
  code: number,
  description: string,
  parameter: string | null,
): void {
  json(response, status, { errors: [{ code, description, parameter }] })
}

function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Somebody else</title>')
}

function unreadable({ response, accept }: Exchange, body: string): void {
  accept()
  response.writeHead(200).end(body)
}

function resetAfterAccept({ response, accept }: Exchange): void {
  accept()
  response.socket?.resetAndDestroy()
}

function dieAfterAccept({ accept, die }: Exchange): void {
  accept()
  die()
}

/** Never idle and never done. */
function drip({ response, accept }: Exchange): void {
  accept()
  response.writeHead(201, { 'Content-Type': 'application/json' })
  const timer = setInterval(() => response.write(' '), DRIP_MS)
  response.once('close', () => clearInterval(timer))
}

function cut({ response, accept }: Exchange): void {
  const whole = JSON.stringify(accept())
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': whole.length })
  response.write(whole.slice(0, whole.length / 2), () => response.socket?.destroy())
}
