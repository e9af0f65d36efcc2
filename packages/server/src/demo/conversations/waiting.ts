import { type DemoConversation, days, hours } from '../demo-script.ts'

/** Customers who wait for an answer. */
export const waiting: readonly DemoConversation[] = [
  {
    name: 'Maya',
    from: '+12025550101',
    began: 14,
    unread: true,
    steps: [
      { after: 0, text: 'Hi! My order still says "preparing". Will the panniers be here before Friday?' },
      { after: 3, text: "We're leaving on a tour on Saturday morning" },
      { after: 4, by: 'ben', tags: ['delivery'] },
    ],
  },
  {
    name: null,
    from: '+12025550102',
    began: 2,
    unread: true,
    steps: [{ after: 0, text: 'Are you open on Sunday?' }],
  },
  {
    name: 'Oskar',
    from: '+12025550103',
    began: hours(3),
    steps: [
      { after: 0, text: 'The rear brake squeals since you serviced it on Tuesday. Loudly.' },
      { after: 9, by: 'ana', reply: 'Sorry about that, Oskar. Is it when you pull hard, or all the time?' },
      { after: 22, text: 'All the time, worse in the rain' },
      { after: 1, by: 'ana', assign: 'ana' },
      { after: 0, by: 'ana', tags: ['workshop', 'complaint'] },
      { after: 2, by: 'ana', note: 'Same batch of pads as the two last week. Ask Ben before promising a slot.' },
    ],
  },
  {
    name: 'Ines',
    from: '+12025550104',
    began: hours(26),
    steps: [
      { after: 0, text: 'Can I still change the address of my delivery? I wrote number 14, it is 41' },
      { after: 18, by: 'ben', reply: 'Yes. It leaves tomorrow at noon. Is the street still Alder Lane?' },
      { after: hours(23), text: 'Yes Alder Lane 41. Sorry for the late answer, night shift' },
      { after: 12, by: 'ben', tags: ['delivery'] },
    ],
  },
  {
    name: 'Femi',
    about: 'Commutes 22 km a day. Call before keeping the bike over night.',
    from: '+12025550105',
    began: 71,
    unread: true,
    steps: [
      {
        after: 0,
        text: 'Hello, I bought the city e-bike from you in March (invoice 20871). Since last week the display shows error 504 after about ten minutes, then the motor stops and I have to pedal home with all that weight. I tried switching it off and on, I took the battery out over night and I cleaned the contacts as the manual says. Nothing helped. Do I have to bring it to you or can somebody come and look? I need it every day for work.',
      },
    ],
  },
  {
    name: 'Greta',
    from: '+61491570156',
    began: days(1) + hours(5),
    steps: [
      { after: 0, text: 'Do you ship to Australia?' },
      { after: 35, by: 'dana', reply: 'We do, Greta. Frames too; it takes about 12 days. What are you after?' },
      { after: hours(19), text: 'The blue touring frame, size 54. What would shipping cost? 💙' },
      { after: 6, by: 'dana', assign: 'dana' },
      { after: 2, by: 'dana', draft: 'Shipping to Australia would be 180, and ' },
    ],
  },
  {
    name: null,
    from: 'PARCELBOX',
    began: hours(7),
    steps: [{ after: 0, text: 'Your parcel 7731 is in box 12. Track it: https://example.com/track/7731' }],
  },
]
