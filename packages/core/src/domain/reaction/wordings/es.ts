import type { Wordings } from './wordings.ts'

export const es: Wordings = {
  gives: {
    like: ['le gustó {q}', 'le gusta {q}', 'me gusta {q}'],
    love: ['le encantó {q}', 'le encanta {q}', 'me encanta {q}'],
    dislike: ['no le gustó {q}', 'no le gusta {q}', 'no me gusta {q}'],
    laugh: ['le dio risa {q}', 'se rió de {q}', 'se rio de {q}'],
    emphasis: ['exclamó por {q}', 'enfatizó {q}', 'destacó {q}'],
    question: ['dudó sobre {q}', 'cuestionó {q}', 'preguntó por {q}'],
  },
  takes: {
    like: takenInSpanish('un me gusta', 'un "me gusta"'),
    love: takenInSpanish('un corazón', 'un me encanta', 'un "me encanta"'),
    dislike: takenInSpanish('un no me gusta', 'un "no me gusta"'),
    laugh: takenInSpanish('una risa', 'un jaja'),
    emphasis: takenInSpanish('una exclamación', 'un signo de exclamación', 'un énfasis'),
    question: takenInSpanish('una interrogación', 'un signo de interrogación', 'una pregunta'),
  },
  givesAny: ['reaccionó con {e} a {q}', 'reaccionó {e} a {q}', 'ha reaccionado con {e} a {q}', '{e} a {q}'],
  takesAny: takenInSpanish('{e}', 'la reacción {e}'),
}

function takenInSpanish(...what: string[]): string[] {
  return what.flatMap((one) => [`quitó ${one} de {q}`, `eliminó ${one} de {q}`])
}
