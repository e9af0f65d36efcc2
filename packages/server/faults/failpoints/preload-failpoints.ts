// Given to a server process with `node --import`: it kills itself at the failpoint that DESK_DIES_AT names.
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { ClaimDueMessages, type Message, ReceiveText, SendClaimedMessage } from '@textdesk/core'
import { KyselyContactRepository } from '../../src/persistence/repositories/kysely-contact-repository.ts'
import { KyselyMessageRepository } from '../../src/persistence/repositories/kysely-message-repository.ts'
import { KyselyReceiptRepository } from '../../src/persistence/repositories/kysely-receipt-repository.ts'
import { KyselyReportRepository } from '../../src/persistence/repositories/kysely-report-repository.ts'
import { KyselyTicketRepository } from '../../src/persistence/repositories/kysely-ticket-repository.ts'
import { WriteTransaction } from '../../src/persistence/sqlite/write-transaction.ts'
import { MessageBirdGateway } from '../../src/sms/messagebird/message-bird-gateway.ts'
import { decorate } from './decorate.ts'
import { FAILPOINT_VARIABLE, type Failpoint, readDeath } from './failpoints.ts'

type Subject = 'receive' | 'reply' | 'report'

const death = readDeath(process.env[FAILPOINT_VARIABLE])
/** What the open transaction is about. */
const subjects = new Set<Subject>()
let armed = false
let passages = 0

process.on('SIGUSR2', () => {
  armed = true
})
if (death) {
  watchReceiving()
  watchCommits()
  watchSending()
}

function pass(point: Failpoint): void {
  if (!armed || point !== death?.at) return
  passages += 1
  if (passages === death.passage) process.kill(process.pid, 'SIGKILL')
}

function watchReceiving(): void {
  decorate(ReceiveText, 'execute', { before: () => pass('receive:before-transaction') })
  decorate(KyselyReceiptRepository, 'claimSignature', { after: () => pass('receive:signature-claimed') })
  decorate(KyselyContactRepository, 'add', { after: () => pass('receive:contact-stored') })
  decorate(KyselyTicketRepository, 'add', { after: () => pass('receive:ticket-stored') })
  decorate(KyselyMessageRepository, 'add', { after: (_, [message]) => passMessage(message as Message) })
  subscribe('http.server.response.finish', (event) => {
    const { request, response } = event as { request: IncomingMessage; response: ServerResponse }
    if (request.url === '/webhooks/messagebird' && response.statusCode === 200) pass('receive:after-ok')
  })
}

function passMessage({ direction, kind }: Message): void {
  if (direction === 'in') pass('receive:message-stored')
  else if (kind === 'auto') pass('receive:confirmation-queued')
  subjects.add(direction === 'out' && kind === 'sms' ? 'reply' : 'receive')
}

function watchCommits(): void {
  decorate(KyselyReportRepository, 'add', { after: () => subjects.add('report') })
  decorate(WriteTransaction, 'begin', { before: () => subjects.clear() })
  decorate(WriteTransaction, 'commit', {
    before: () => passAll('before-commit'),
    after: () => passAll('after-commit'),
  })
}

function passAll(moment: 'before-commit' | 'after-commit'): void {
  for (const subject of subjects) pass(`${subject}:${moment}`)
}

function watchSending(): void {
  decorate(ClaimDueMessages, 'execute', {
    after: (claimed) => {
      if ((claimed as { messageIds: readonly string[] }).messageIds.length > 0) pass('send:claimed')
    },
  })
  decorate(MessageBirdGateway, 'send', {
    before: () => pass('send:dispatching'),
    after: () => pass('send:answered'),
  })
  decorate(SendClaimedMessage, 'execute', { after: () => pass('send:recorded') })
  subscribe('http.client.request.created', (event) => {
    const { request } = event as { request: ClientRequest }
    if (request.method === 'POST' && request.path === '/messages') request.once('finish', () => pass('send:bytes-out'))
  })
}
