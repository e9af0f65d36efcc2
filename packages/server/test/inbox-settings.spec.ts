import { expect, it } from 'vitest'
import { DESK_NUMBER } from './support/live-settings.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { WiredDesk } from './support/wired-desk.ts'

async function open() {
  const wired = await WiredDesk.open()
  const { owner } = wired.desk
  const list = async () => (await owner.get('/api/inboxes')).json().items[0]
  const { id } = await list()
  const change = (body: object) => owner.patch(`/api/inboxes/${id}`, body)
  return { wired, list, change }
}

it('a number has its own words, and reads texts by them', async () => {
  const { wired, list, change } = await open()
  expect((await list()).optOutWords.out).toContain('cancel')
  const optOutWords = { out: ['stop', ' Enough '], in: ['start'], help: [] }
  const changed = await change({ optOutWords })
  expect([changed.statusCode, changed.json().optOutWords]).toEqual([200, { ...optOutWords, out: ['stop', 'Enough'] }])
  await wired.text('Cancel')
  expect(await wired.ticket()).toMatchObject({ status: 'open' })
  await wired.text('enough!')
  const { contact } = await wired.ticket()
  expect((await wired.desk.agent.get(`/api/contacts/${contact.id}`)).json().optOuts).toHaveLength(1)
})

it('a number answers no keywords and sends no automatic texts when told so', async () => {
  const { wired, list, change } = await open()
  await change({ answersKeywords: false, automaticTextsPerHour: 0 })
  expect(await list()).toMatchObject({ answersKeywords: false, automaticTextsPerHour: 0 })
  await wired.text('Hello')
  await wired.text('STOP')
  expect((await wired.timeline()).filter((item) => item.type === 'message' && item.direction === 'out')).toEqual([])
})

it('a number sends as fast as it is told to', async () => {
  const { wired, list, change } = await open()
  expect(await list()).toMatchObject({ textsPerSecond: 10 })
  await change({ textsPerSecond: 2 })
  for (const line of [1, 2, 3])
    await wired.deliver(textRequest({ from: `+1202555012${line}`, to: DESK_NUMBER, body: 'Hi' }))
  await wired.dispatch()
  expect(wired.desk.gateway.sent).toHaveLength(2)
  wired.desk.clock.advance(500)
  await wired.dispatch()
  expect(wired.desk.gateway.sent).toHaveLength(3)
})

it('a number answers STOP and HELP in its own words', async () => {
  const { wired, list, change } = await open()
  expect(await list()).toMatchObject({
    language: 'en',
    company: null,
    helpContact: null,
    consentTexts: { out: null, in: null, help: null },
  })
  const consentTexts = { out: '{{company}}: Bye. START to return.', in: null, help: null }
  const speech = { company: ' Example Ltd ', helpContact: 'help@example.com', language: 'nl', consentTexts }
  const changed = await change(speech)
  expect([changed.statusCode, changed.json()]).toMatchObject([200, { ...speech, company: 'Example Ltd' }])
  await wired.text('HELP')
  await wired.text('STOP')
  const answers = (await wired.timeline()).flatMap((item) =>
    item.type === 'message' && item.direction === 'out' ? [item.body] : [],
  )
  expect(answers).toEqual([
    'Example Ltd: sms uw vraag en een medewerker antwoordt. Ook te bereiken via help@example.com. Sms STOP om u af te melden.',
    'Example Ltd: Bye. START to return.',
  ])
  expect((await change({ company: null, consentTexts: { out: null, in: null, help: null } })).json()).toMatchObject({
    company: null,
    consentTexts: { out: null },
  })
})

it.each([
  [
    'a variable that nobody knows',
    { consentTexts: { out: '{{name}}', in: null, help: null } },
    /filled in for {{name}}/,
  ],
  ['an empty answer', { consentTexts: { out: null, in: ' ', help: null } }, /START is empty/],
  ['a contact that is not there', { consentTexts: { out: null, in: null, help: '{{contact}}' } }, /which is empty/],
  ['half of the answers', { consentTexts: { out: null } }, /consentTexts/],
  ['a language it does not speak', { language: 'xx' }, /language/],
  ['a long company', { company: 'x'.repeat(61) }, /company/],
  ['words that cannot be told apart', { optOutWords: { out: ['stop'], in: ['STOP!'], help: [] } }, /there twice/],
  ['no way out', { optOutWords: { out: [], in: ['start'], help: [] } }, /at least one word/],
  ['half a list', { optOutWords: { out: ['stop'] } }, /optOutWords/],
  ['a word of nothing', { optOutWords: { out: ['stop', ''], in: [], help: [] } }, /optOutWords/],
  ['a budget past its bounds', { automaticTextsPerHour: 100_001 }, /automaticTextsPerHour/],
  ['no pace at all', { textsPerSecond: 0 }, /textsPerSecond/],
  ['a pace past its bounds', { textsPerSecond: 101 }, /textsPerSecond/],
  ['half a text', { automaticTextsPerHour: 1.5 }, /automaticTextsPerHour/],
])('a number refuses %s and keeps what it had', async (_, body, detail) => {
  const { list, change } = await open()
  const before = await list()
  const answer = await change(body)
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-input', detail: expect.stringMatching(detail) })
  expect(await list()).toEqual(before)
})
