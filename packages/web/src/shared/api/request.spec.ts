import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApiError } from './api-error.ts'
import { asApiError, onSignedOut, request } from './request.ts'

function answer(status: number, body: string, type = 'application/problem+json'): void {
  vi.stubGlobal(
    'fetch',
    async () => new Response(body === '' ? null : body, { status, headers: { 'content-type': type } }),
  )
}

async function failure(path = '/api/tickets/1'): Promise<ApiError> {
  return await request('GET', path).then(
    () => expect.unreachable('the request succeeded'),
    (error: unknown) => asApiError(error),
  )
}

describe('request', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('gives back the JSON of an answer, and nothing for an empty one', async () => {
    answer(200, '{"number":42}', 'application/json')
    expect(await request('GET', '/api/tickets/42')).toEqual({ number: 42 })
    answer(204, '')
    expect(await request('DELETE', '/api/session')).toBeUndefined()
  })

  it('turns a problem document into an error with its code, sentence, request id and details', async () => {
    answer(
      409,
      '{"status":409,"code":"newer-message","detail":"They wrote again.","requestId":"req-7","messageId":"m9"}',
    )
    const error = await failure()
    expect(error).toMatchObject({
      status: 409,
      code: 'newer-message',
      message: 'They wrote again.',
      requestId: 'req-7',
    })
    expect(error.details['messageId']).toBe('m9')
    expect(error.isUnanswered).toBe(false)
  })

  it('has a sentence of its own for an answer that is no problem document', async () => {
    answer(500, '<h1>Something broke</h1>', 'text/html')
    expect(await failure()).toMatchObject({ status: 500, code: 'http-500', requestId: null })
    answer(403, '')
    expect((await failure()).message).toContain('not allowed')
  })

  it('says so when no answer came at all', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const error = await failure()
    expect(error).toMatchObject({ status: 0, code: 'no-answer' })
    expect(error.isUnanswered).toBe(true)
  })

  it('says so when a connection was cut without a word, before the answer or in the middle of it', async () => {
    const tooLong = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal)
    vi.stubGlobal('fetch', (_path: string, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    const waiting = failure()
    tooLong.abort()
    expect(await waiting).toMatchObject({ code: 'no-answer' })

    vi.stubGlobal(
      'fetch',
      async () => new Response(new ReadableStream({ start: (body) => body.error(new Error('cut')) })),
    )
    expect(await failure()).toMatchObject({ code: 'no-answer' })
  })

  it.each([502, 503, 504])(
    'takes the %i of a proxy for no answer, and not what the desk says itself',
    async (status) => {
      answer(status, '<h1>Bad gateway</h1>', 'text/html')
      expect(await failure()).toMatchObject({ status: 0, code: 'no-answer' })
      answer(status, '{"code":"overloaded","detail":"The desk is busy.","requestId":"r"}')
      expect(await failure()).toMatchObject({ status, code: 'overloaded' })
    },
  )

  it('tells of a lost session, but not when asking whether there is one', async () => {
    let signedOut = 0
    onSignedOut(() => {
      signedOut += 1
    })
    answer(401, '{"code":"signed-out","detail":"Sign in.","requestId":"r"}')
    await failure('/api/session')
    expect(signedOut).toBe(0)
    await failure('/api/tickets')
    expect(signedOut).toBe(1)
  })

  it('sends JSON with its content type, and headers as given', async () => {
    const sent: RequestInit[] = []
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      sent.push(init)
      return new Response('{}')
    })
    await request('POST', '/api/tickets/1/replies', { body: { body: 'Hi' }, headers: { 'idempotency-key': 'k1' } })
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: '{"body":"Hi"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    })
  })
})
