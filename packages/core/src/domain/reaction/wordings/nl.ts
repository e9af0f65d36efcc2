import type { Wordings } from './wordings.ts'

export const nl: Wordings = {
  gives: {
    like: ['vond {q} leuk', 'vindt {q} leuk', 'heeft {q} leuk gevonden'],
    love: [
      'vond {q} geweldig',
      'vindt {q} geweldig',
      'heeft een hart aan {q} gegeven',
      'heeft een hartje aan {q} gegeven',
    ],
    dislike: ['vond {q} niet leuk', 'vindt {q} niet leuk', 'heeft {q} niet leuk gevonden'],
    laugh: ['lachte om {q}', 'lacht om {q}', 'moest lachen om {q}', 'heeft om {q} gelachen'],
    emphasis: ['benadrukte {q}', 'benadrukt {q}', 'heeft {q} benadrukt'],
    question: ['heeft vraagtekens bij {q}', 'zette vraagtekens bij {q}', 'zet vraagtekens bij {q}'],
  },
  takes: {
    like: takenInDutch('een vind-ik-leuk', '"leuk"', 'een duim'),
    love: takenInDutch('een hart', 'een hartje'),
    dislike: takenInDutch('een vind-ik-niet-leuk', '"niet leuk"'),
    laugh: takenInDutch('een lach', 'haha'),
    emphasis: takenInDutch('een uitroepteken'),
    question: takenInDutch('een vraagteken'),
  },
  givesAny: [
    'reageerde met {e} op {q}',
    'heeft met {e} op {q} gereageerd',
    'heeft {e} gereageerd op {q}',
    '{e} op {q}',
  ],
  takesAny: takenInDutch('{e}', 'de reactie {e}'),
}

function takenInDutch(...what: string[]): string[] {
  return what.flatMap((one) =>
    ['van', 'uit', 'bij'].flatMap((from) => [
      `verwijderde ${one} ${from} {q}`,
      `heeft ${one} ${from} {q} verwijderd`,
      `heeft ${one} verwijderd ${from} {q}`,
    ]),
  )
}
