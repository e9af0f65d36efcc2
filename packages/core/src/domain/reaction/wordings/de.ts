import type { Wordings } from './wordings.ts'

export const de: Wordings = {
  gives: {
    like: ['gefällt: {q}', 'gefällt mir: {q}', 'gefällt {q}', 'mag {q}'],
    love: ['{q} ein herz hinzugefügt', 'liebt {q}', 'liebt: {q}'],
    dislike: ['gefällt nicht: {q}', 'gefällt mir nicht: {q}', 'gefällt nicht {q}', 'mag {q} nicht'],
    laugh: ['{q} ein lachen hinzugefügt', 'lacht über {q}', 'lachte über {q}', 'hat über {q} gelacht'],
    emphasis: ['{q} ein ausrufezeichen hinzugefügt', 'hat {q} hervorgehoben', 'hat {q} betont'],
    question: ['{q} ein fragezeichen hinzugefügt', 'hat {q} hinterfragt'],
  },
  takes: {
    like: ['"gefällt mir" von {q} entfernt', 'gefällt mir von {q} entfernt'],
    love: ['herz von {q} entfernt'],
    dislike: ['"gefällt mir nicht" von {q} entfernt', 'gefällt mir nicht von {q} entfernt'],
    laugh: ['lachen von {q} entfernt'],
    emphasis: ['ausrufezeichen von {q} entfernt'],
    question: ['fragezeichen von {q} entfernt'],
  },
  givesAny: ['hat mit {e} auf {q} reagiert', 'reagierte mit {e} auf {q}', '{e} auf {q}', '{e} zu {q}'],
  takesAny: [
    '{e} aus {q} entfernt',
    '{e} von {q} entfernt',
    'entfernte {e} aus {q}',
    'hat {e} aus {q} entfernt',
    'hat {e} von {q} entfernt',
  ],
}
