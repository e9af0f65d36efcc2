import { type DemoConversation, days, hours } from '../demo-script.ts'

/** What is done. */
export const closed: readonly DemoConversation[] = [
  {
    name: 'Tess',
    from: '+12025550114',
    began: days(6) + hours(2),
    steps: [
      { after: 0, text: 'What time do you close today?' },
      { after: 5, by: 'ana', reply: 'At 20:00, Tess.' },
      { after: 2, text: 'Perfect' },
      { after: 6, by: 'ana', closes: true },
    ],
  },
  {
    name: 'Uma',
    from: '+12025550115',
    began: days(6),
    steps: [
      { after: 0, text: 'My lock is frozen shut. The key turns but nothing happens' },
      { after: 3, by: 'ben', reply: 'A drop of oil in the shackle, wait five minutes, then turn it while you pull.' },
      { after: 19, text: 'It worked!! You saved my evening 🎉🎉' },
      { after: 2, by: 'ben', reply: 'Glad to hear it. Ride safe.' },
      { after: 1, by: 'ben', closes: true },
    ],
  },
  {
    name: 'Vera',
    from: '+12025550116',
    began: days(5) + hours(6),
    steps: [
      { after: 0, text: 'Could you send me the invoice again? 20644' },
      { after: 22, by: 'dana', reply: 'Here it is: https://example.com/invoices/20644' },
      { after: 9, text: 'Got it, thx' },
      { after: 30, by: 'dana', closes: true },
      { after: days(2), text: 'One more thing: can you put the VAT number of the club on it?' },
      { after: 13, by: 'dana', reply: 'Done. The same link shows the new one.' },
      { after: 50, by: 'dana', closes: true },
    ],
  },
  {
    name: 'Wim',
    from: '+12025550117',
    began: days(5),
    steps: [
      { after: 0, text: 'Do you rent tandems?' },
      { after: 31, by: 'ana', assign: 'ben' },
      { after: 4, by: 'ben', reply: 'We have one, 45 a day. When would you like it?' },
      { after: hours(2), text: 'The 14th. My wife says hi' },
      { after: 8, by: 'ben', reply: 'Noted for the 14th. Hi back!' },
      { after: 5, by: 'ben', closes: true },
    ],
  },
  {
    name: 'Leo',
    from: '+12025550118',
    began: days(4) + hours(7),
    steps: [
      { after: 0, text: 'Is the 11-speed chain compatible with my 10-speed cassette?' },
      { after: 12, by: 'ben', reply: 'It runs, but it wears faster. Take a 10-speed chain, it is cheaper too.' },
      { after: 20, by: 'ben', closes: true },
    ],
  },
  {
    name: 'Zoe',
    from: '+12025550119',
    began: days(2) + hours(6),
    steps: [
      { after: 0, text: 'Any chance of a job at yours this summer?' },
      { after: 40, by: 'dana', reply: 'Write to us with what you like to do: https://example.com/jobs' },
      { after: 10, text: 'Will do!' },
      { after: 4, by: 'dana', closes: true },
      { after: hours(18), text: 'Sent it just now 😊' },
      { after: 25, by: 'dana', reply: 'Got it. We read all of them on Mondays.' },
      { after: 1, by: 'dana', closes: true },
    ],
  },
]
