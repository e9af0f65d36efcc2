import { type DemoConversation, days, hours } from '../demo-script.ts'

/** The desk had the last word. */
export const replied: readonly DemoConversation[] = [
  {
    name: 'Hugo',
    from: '+12025550106',
    began: hours(2),
    steps: [
      { after: 0, text: 'Is the small kids helmet back in green?' },
      { after: 6, by: 'dana', assign: 'dana' },
      { after: 1, by: 'dana', reply: 'It came in this morning, Hugo. Shall we keep one for you?' },
      { after: 12, text: 'Yes please! I can come on Thursday' },
      { after: 3, by: 'dana', reply: "It has your name on it. We're here until 20:00 on Thursday." },
    ],
  },
  {
    name: 'Ivy',
    from: '+12025550107',
    began: days(2),
    steps: [
      { after: 0, text: 'How much is a full service for a cargo bike?' },
      {
        after: 11,
        by: 'ben',
        reply:
          'A full service for a cargo bike is 129, parts not included. It takes two days, and you get a spare bike meanwhile. Prices and free slots are here: https://example.com/service',
      },
      { after: 40, text: 'Ok, booked for Monday. Thanks 🙏' },
      { after: 4, by: 'ben', reply: 'See you on Monday, Ivy 👋' },
      { after: 1, by: 'ben', tags: ['workshop'] },
    ],
  },
  {
    name: 'Jonas',
    about: 'Prefers German.',
    from: '+12025550108',
    began: days(1) + hours(2),
    steps: [
      { after: 0, text: 'hallo, spricht bei euch jemand deutsch?' },
      { after: 8, by: 'dana', note: 'I do a little. Taking this one.' },
      { after: 1, by: 'dana', assign: 'dana' },
      { after: 1, by: 'dana', reply: 'Ein bisschen! Schreib ruhig auf Deutsch, Jonas. Worum geht es?' },
      { after: 15, text: 'Super. Mein Gepäckträger wackelt, passt da auch eine M6-Schraube?' },
      { after: 7, by: 'dana', reply: 'Nein, M5. Komm vorbei, wir haben welche für dich. Kostet natürlich nichts.' },
    ],
  },
  {
    name: 'Yuki',
    from: '+12025550109',
    began: days(3),
    steps: [
      {
        after: 0,
        by: 'ana',
        starts: 'Hi Yuki, this is Ana from Juniper Cycles. Your wheel is trued and ready to be picked up.',
      },
      { after: 55, text: 'Wonderful, thank you! ありがとう' },
      { after: 2, by: 'ana', reply: 'どういたしまして! See you soon.' },
    ],
  },
  {
    name: 'Kira',
    from: '+12025550110',
    began: hours(30),
    steps: [
      { after: 0, text: 'Do you take old bikes in payment?' },
      { after: 20, by: 'ben', undone: 'No, sorry.' },
      {
        after: 1,
        by: 'ben',
        reply: "We do, if it rides. Send us its make and year and we'll tell you what it's worth.",
      },
    ],
  },
  {
    name: 'Lars',
    from: '+12025550194',
    began: hours(9),
    steps: [
      { after: 0, text: 'Did I leave a grey scarf at yours yesterday?' },
      { after: 25, by: 'ana', reply: 'You did, Lars. It waits at the counter.' },
    ],
  },
  {
    name: 'Tomas',
    from: '+12025550120',
    began: days(1) + hours(4),
    steps: [
      { after: 0, text: 'Any news on the wheel set I ordered?' },
      { after: 17, by: 'dana', reply: 'The maker says Thursday, Tomas. I ask again then and tell you.' },
      { after: 1, by: 'dana', assign: 'dana' },
      { after: 0, by: 'dana', tags: ['order'] },
      { after: 1, by: 'dana', snoozesFor: days(3) },
    ],
  },
  {
    name: 'Mina',
    from: '+12025550111',
    began: days(4),
    steps: [
      { after: 0, text: 'Can I pay in two parts?' },
      { after: 16, by: 'dana', reply: 'Yes, half now and half when you pick it up. No extra cost.' },
    ],
  },
]
