import type { Wordings } from './wordings.ts'

export const en: Wordings = {
  gives: {
    like: ['liked {q}'],
    love: ['loved {q}'],
    dislike: ['disliked {q}'],
    laugh: ['laughed at {q}'],
    emphasis: ['emphasized {q}', 'emphasised {q}'],
    question: ['questioned {q}'],
  },
  takes: {
    like: ['removed a like from {q}'],
    love: ['removed a heart from {q}'],
    dislike: ['removed a dislike from {q}'],
    laugh: ['removed a laugh from {q}'],
    emphasis: [
      'removed an exclamation from {q}',
      'removed an exclamation mark from {q}',
      'removed an emphasis from {q}',
    ],
    question: ['removed a question mark from {q}', 'removed a question from {q}'],
  },
  givesAny: ['reacted {e} to {q}', 'reacted with {e} to {q}', '{e} to {q}'],
  takesAny: ['removed {e} from {q}', 'removed a {e} from {q}'],
}
