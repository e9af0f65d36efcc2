import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redirectMessageBird } from '../../../test/support/redirect-message-bird.ts'
import { type Config, readConfig } from '../../config.ts'
import { checkProvider } from './check-provider.ts'

const NOW = Date.UTC(2026, 0, 5, 9)
const KEY = 'test_key_of_the_desk'

async function aServer(answer: RequestListener): Promise<URL> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

async function aLiveDesk(answer: RequestListener, publicUrl = 'http://localhost:1'): Promise<Config> {
  onTestFinished(redirectMessageBird(await aServer(answer)))
  return readConfig({
    PUBLIC_URL: publicUrl,
    MESSAGEBIRD_API_KEY: KEY,
    MESSAGEBIRD_ORIGINATOR: '+12025550100',
    MESSAGEBIRD_SIGNING_KEY: 'signing_key_of_the_tests',
  })
}

async function saidOf(config: Config): Promise<string[]> {
  return (await checkProvider(config, () => NOW)).map(({ level, text }) => `${level}: ${text}`)
}

const balance =
  (status: number, date = NOW): RequestListener =>
  ({ headers, url }, response) => {
    const known = headers.authorization === `AccessKey ${KEY}` && url === '/balance'
    const body = JSON.stringify({ payment: 'prepaid', type: 'euros', amount: 12.5 })
    response.writeHead(known ? status : 404, { date: new Date(date).toUTCString() }).end(status === 200 ? body : '{}')
  }

describe('checkProvider', () => {
  it('asks nobody in simulated mode', async () => {
    expect(await saidOf(readConfig({}))).toEqual(['note: The desk is simulated: no SMS leaves this computer.'])
  })

  it('reads the balance, and finds the clock right', async () => {
    const [account, wayIn, ...more] = await saidOf(await aLiveDesk(balance(200)))
    expect(account).toBe('good: MessageBird takes the key. The balance is 12.5 euros.')
    expect(wayIn).toContain('note: http://localhost:1 does not lead to a running desk')
    expect(more).toEqual([])
  })

  it("finds the clock wrong by the provider's", async () => {
    const said = await saidOf(await aLiveDesk(balance(200, NOW - 120_000)))
    expect(said).toContainEqual(expect.stringMatching(/^bad: This computer's clock is off by 120 s/))
  })

  it.each([
    [401, 'bad: MessageBird refuses MESSAGEBIRD_API_KEY'],
    [500, 'bad: MessageBird gave no answer to speak of'],
  ])('says what an answer of %d means, without the key', async (status, beginning) => {
    const said = await saidOf(await aLiveDesk(balance(status)))
    expect(said[0]).toContain(beginning)
    expect(said.join()).not.toContain(KEY)
  })

  it('says so when nothing useful comes back', async () => {
    const said = await saidOf(await aLiveDesk((_request, response) => void response.end('<!doctype html>')))
    expect(said[0]).toContain('bad: MessageBird gave no answer to speak of')
  })

  it('finds the way in open', async () => {
    const desk = await aServer((_request, response) => void response.end('{}'))
    const said = await saidOf(await aLiveDesk(balance(200), `http://localhost:${desk.port}`))
    expect(said).toContain(`good: http://localhost:${desk.port} leads to the desk.`)
  })
})
