import type { Wordings } from './wordings.ts'

export const fr: Wordings = {
  gives: {
    like: ['a aimé {q}', 'aimé {q}', 'a attribué la mention "j\'aime" à {q}'],
    love: ['a adoré {q}', 'adoré {q}', 'a attribué la mention "adore" à {q}', 'a attribué la mention "j\'adore" à {q}'],
    dislike: [
      ...["n'a pas aimé {q}", "n'aime pas {q}"],
      ...['a attribué la mention "je n\'aime pas" à {q}', 'a attribué la mention "n\'aime pas" à {q}'],
    ],
    laugh: [
      ...['a ri de {q}', 'a ri à {q}', 'a ri a {q}'],
      ...['rire', 'rires', 'haha'].map((name) => `a attribué la mention "${name}" à {q}`),
    ],
    emphasis: [
      ...['a souligné {q}', 'a mis en évidence {q}', 'a mis en avant {q}', 'gras {q}'],
      ...['exclamation', "point d'exclamation"].map((name) => `a attribué la mention "${name}" à {q}`),
    ],
    question: [
      ...['a posé une question sur {q}', 'a questionné {q}', 'interrogation {q}'],
      ...['question', "point d'interrogation"].map((name) => `a attribué la mention "${name}" à {q}`),
    ],
  },
  takes: {
    like: takenInFrench('"j\'aime"'),
    love: [
      ...takenInFrench('"adore"'),
      ...takenInFrench('"j\'adore"'),
      ...takenInFrench('cœur'),
      "a retiré un j'adore de {q}",
    ],
    dislike: [...takenInFrench('"je n\'aime pas"'), ...takenInFrench('"n\'aime pas"')],
    laugh: [
      ...takenInFrench('rire'),
      ...takenInFrench('"rire"'),
      ...takenInFrench('"rires"'),
      ...takenInFrench('"haha"'),
    ],
    emphasis: [...takenInFrench("point d'exclamation"), ...takenInFrench('"exclamation"')],
    question: [...takenInFrench("point d'interrogation"), ...takenInFrench('"question"')],
  },
  givesAny: ['a réagi {e} à {q}', 'a réagi avec {e} à {q}', 'a attribué la mention "{e}" à {q}', '{e} à {q}'],
  takesAny: [
    'a retiré {e} de {q}',
    'a supprimé {e} de {q}',
    'a retiré la réaction {e} à {q}',
    'a retiré la réaction {e} de {q}',
    'a retiré la mention "{e}" de {q}',
  ],
}

function takenInFrench(what: string): string[] {
  return [
    `a supprimé un ${what} depuis {q}`,
    `a supprimé un ${what} de {q}`,
    `a retiré la mention ${what} de {q}`,
    `a retiré la mention ${what} à {q}`,
  ]
}
