import { type DemoConversation, days, hours } from '../demo-script.ts'

/** What did not go as it should. The endings of these numbers decide how: docs/practice-mode.md lists them. */
export const trouble: readonly DemoConversation[] = [
  {
    name: 'Nils',
    from: '+12025550199',
    began: hours(5),
    steps: [
      { after: 0, by: 'ben', starts: 'Hi Nils, your new saddle has arrived. Pick it up when it suits you.' },
      { after: 30, by: 'ana', note: 'The form says 0199, his e-mail says 0112. Asked him which is right.' },
    ],
  },
  {
    name: 'Pia',
    from: '+12025550196',
    began: hours(4),
    steps: [
      { after: 0, text: 'Which tube fits 28 x 1.75? Standing in the shop next door...' },
      { after: 4, by: 'ben', reply: 'Any 40-622 tube with a long valve, Pia.' },
    ],
  },
  {
    name: 'Quinn',
    from: '+12025550197',
    began: days(1),
    steps: [
      { after: 0, by: 'dana', starts: 'Hi Quinn, the recall of your fork is done. Your bike is ready.' },
      { after: 2, by: 'dana', note: 'Out of credit. Topping up today, then send again.' },
    ],
  },
  {
    name: 'Rosa',
    from: '+12025550198',
    began: days(2) + hours(3),
    steps: [
      { after: 0, by: 'ana', starts: 'Hi Rosa, we found your second glove.' },
      { after: hours(3), by: 'ana', resends: true },
      { after: 20, by: 'ana', note: 'Off again. Leaving it at the counter, she comes by every week.' },
      { after: 1, by: 'ana', closes: true },
    ],
  },
  {
    name: 'Sami',
    from: '+12025550112',
    began: days(3) + hours(4),
    steps: [
      { after: 0, text: 'Please no more messages about the sale' },
      {
        after: 14,
        by: 'dana',
        reply: "Of course, Sami. You won't get any. Text STOP and not even a reply will reach you.",
      },
      { after: 3, text: 'STOP' },
      { after: hours(20), text: 'I did get my bike though, thanks for that' },
    ],
  },
  {
    name: null,
    from: '+12025550113',
    began: days(4) + hours(1),
    steps: [
      { after: 0, text: 'WIN A NEW PHONE!!! Click http://example.com/win' },
      { after: 45, by: 'ben', blocks: true },
      { after: 1, by: 'ben', closes: true },
    ],
  },
]
