import type { RequestListener, ServerResponse } from 'node:http'
import type { AccountReading } from '@textdesk/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redirectMessageBird } from '../../../test/support/redirect-message-bird.ts'
import { tinyServer } from '../../../test/support/tiny-server.ts'
import { MessageBirdAccount } from './message-bird-account.ts'

async function read(answer: RequestListener): Promise<AccountReading> {
  onTestFinished(redirectMessageBird(new URL(await tinyServer(answer))))
  return new MessageBirdAccount({ accessKey: 'test_key', deadlineMs: 300 }).read()
}

const json = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('MessageBirdAccount', () => {
  it('reads the balance with the key', async () => {
    const asked: string[] = []
    const reading = await read(({ method, url, headers }, response) => {
      asked.push(`${method} ${url} ${headers.authorization}`)
      json(response, 200, { payment: 'prepaid', type: 'credits', amount: 9.2 })
    })
    expect(asked).toEqual(['GET /balance AccessKey test_key'])
    expect(reading).toEqual({ kind: 'ok', balance: { amount: 9.2, unit: 'credits', payment: 'prepaid' } })
  })

  it('knows an account that is paid by invoice', async () => {
    const reading = await read((_, response) => json(response, 200, { payment: 'postpaid', type: 'euros', amount: 0 }))
    expect(reading).toMatchObject({ balance: { payment: 'postpaid', amount: 0 } })
  })

  it('knows that the key is refused', async () => {
    const errors = [{ code: 2, description: 'Request not allowed (incorrect access_key)', parameter: 'access_key' }]
    expect(await read((_, response) => json(response, 401, { errors }))).toEqual({ kind: 'refused' })
  })

  it.each<[string, RequestListener]>([
    ['too many requests', (_, response) => json(response, 429, { message: 'API rate limit exceeded' })],
    ['a failure', (_, response) => json(response, 500, {})],
    ['a page', (_, response) => response.writeHead(200).end('<html>')],
    ['nothing', (_, response) => response.writeHead(200).end()],
    ['a lost connection', ({ socket }) => void socket.destroy()],
    ['silence', () => {}],
  ])('takes %s for no answer', async (_, answer) => {
    expect(await read(answer)).toEqual({ kind: 'unreachable' })
  })
})
