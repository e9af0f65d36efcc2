import { describe, expect, it } from 'vitest'
import { ZxcvbnPasswordJudge } from './zxcvbn-password-judge.ts'

const judge = new ZxcvbnPasswordJudge()
const PERSONAL = ['olga@example.com', 'olga', 'Olga Petrova', 'textdesk']

describe('ZxcvbnPasswordJudge', () => {
  it.each([
    ['1234567890', 'frequently used'],
    ['password12', 'commonly used'],
    ['P@ssw0rd123', 'commonly used'],
    ['passwort123', 'commonly used'],
    ['qwertyuiop', 'frequently used'],
    ['abcabcabcabc', 'Repeated'],
    ['          ', 'nothing but blanks'],
    ['\u3000'.repeat(10), 'nothing but blanks'],
    ['\u200B'.repeat(10), 'Repeated'],
    ['2026-11-29 12', 'Dates'],
    ['olga@example.com', 'It holds your name'],
    ['OLGA@Example.com1', 'It holds your name'],
    ['Olga Petrova 1', 'It holds your name'],
    ['Textdesk2026', 'It holds your name'],
    ['q'.repeat(200), 'Repeated'],
  ])('says why %j would be guessed', async (password, reason) => {
    expect(await judge.weaknessOf(password, PERSONAL)).toContain(reason)
  })

  it.each([
    'correct horse battery',
    'kX9#mQ2vLp',
    'mein hund heisst Rex',
    '我们的客服每天早上八点',
    'olga paints forty green bicycles',
    // Of the demo desk and of the guides and tests that run a whole desk.
    'a week of invented texts',
    'plain words in a row',
    'other words in a row',
    'third words in a row',
  ])('takes %j', async (password) => {
    expect(await judge.weaknessOf(password, PERSONAL)).toBeNull()
  })
})
