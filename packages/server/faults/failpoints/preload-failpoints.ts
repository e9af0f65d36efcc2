// Given to a server process with `node --import`: it kills itself at the failpoint that DESK_DIES_AT names, or stands still
// there until it gets SIGCONT.
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { ClaimDueMessages, type Message, ReceiveText, SendClaimedMessage } from '@textdesk/core'
import { Client } from 'pg'
import { KyselyContactRepository } from '../../src/persistence/contact/kysely-contact-repository.ts'
import { KyselyReportRepository } from '../../src/persistence/delivery/kysely-report-repository.ts'
import { KyselyMessageRepository } from '../../src/persistence/message/kysely-message-repository.ts'
import { KyselyReceiptRepository } from '../../src/persistence/receiving/kysely-receipt-repository.ts'
import { WriteTransaction } from '../../src/persistence/sqlite/write-transaction.ts'
import { KyselyTicketRepository } from '../../src/persistence/ticket/kysely-ticket-repository.ts'
import { MessageBirdGateway } from '../../src/providers/messagebird/message-bird-gateway.ts'
import { decorate } from './decorate.ts'
import { FAILPOINT_VARIABLE, type Failpoint, readDeath, STANDSTILL_VARIABLE } from './failpoints.ts'

type Subject = 'receive' | 'reply' | 'report'

const death = readDeath(process.env[FAILPOINT_VARIABLE])
/** What the open transaction of SQLite is about, of which there is one. */
const subjects = new Set<Subject>()
/** What this closure's own transaction is about, in PostgreSQL. */
const own = new AsyncLocalStorage<Set<Subject>>()
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
  if (passages === death.passage) process.kill(process.pid, process.env[STANDSTILL_VARIABLE] ? 'SIGSTOP' : 'SIGKILL')
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
  note(direction === 'out' && kind === 'sms' ? 'reply' : 'receive')
}

function watchCommits(): void {
  decorate(KyselyReportRepository, 'add', { after: () => note('report') })
  decorate(WriteTransaction, 'begin', { before: () => subjects.clear() })
  decorate(WriteTransaction, 'commit', {
    before: () => passAll('before-commit'),
    after: () => passAll('after-commit'),
  })
  decorate(Client, 'query', {
    before: ([statement]) => {
      if (statement === 'begin') own.enterWith(new Set())
      else if (statement === 'commit') passAll('before-commit')
    },
    after: (_, [statement]) => {
      if (statement === 'commit') passAll('after-commit')
    },
  })
}

function note(subject: Subject): void {
  noted().add(subject)
}

function noted(): Set<Subject> {
  return own.getStore() ?? subjects
}

function passAll(moment: 'before-commit' | 'after-commit'): void {
  for (const subject of noted()) pass(`${subject}:${moment}`)
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
