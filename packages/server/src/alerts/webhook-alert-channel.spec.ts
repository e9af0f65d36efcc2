import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Alert } from '@textdesk/core'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../test/support/free-port.ts'
import { tinyServer } from '../../test/support/tiny-server.ts'
import { WebhookAlertChannel } from './webhook-alert-channel.ts'

const alert: Alert = {
  id: 'id',
  kind: 'silence',
  state: 'open',
  sentence: 'No text has come in.',
  at: Date.UTC(2026, 10, 22, 9),
}
const tell = (url: string) => new WebhookAlertChannel({ url, deadlineMs: 200 }).tell(alert)
const answering = async (answer: RequestListener) => tell(await tinyServer(answer))

describe('WebhookAlertChannel', () => {
  it('posts the alert as JSON, with the sentence where chat programs look for it', async () => {
    const heard: unknown[] = []
    const told = await answering(async (request, response) => {
      heard.push(request.method, request.headers['content-type'], JSON.parse(await text(request)))
      response.writeHead(200).end('ok')
    })
    expect(told).toBe(true)
    expect(heard).toEqual([
      'POST',
      'application/json',
      {
        id: 'id',
        kind: 'silence',
        state: 'open',
        sentence: 'No text has come in.',
        text: 'Textdesk: No text has come in.',
        at: '2026-11-22T09:00:00.000Z',
      },
    ])
  })

  it.each([400, 404, 500, 503])('has told nobody when it is answered %i', async (status) => {
    expect(await answering((_, response) => response.writeHead(status).end())).toBe(false)
  })

  it('follows nobody elsewhere', async () => {
    let elsewhere = 0
    const target = await tinyServer((_, response) => {
      elsewhere += 1
      response.writeHead(200).end()
    })
    expect(await answering((_, response) => response.writeHead(307, { location: target }).end())).toBe(false)
    expect(elsewhere).toBe(0)
  })

  it('gives up on who does not answer or is not there', async () => {
    expect(await answering(() => {})).toBe(false)
    expect(await tell(`http://127.0.0.1:${await freePort()}`)).toBe(false)
  })
})
