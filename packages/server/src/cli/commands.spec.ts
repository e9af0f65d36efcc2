import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { readCommandLine } from './output/command-line.ts'

const SECRET = 'postgres://desk:secret@db.example.org/textdesk'

/** The text that a line is answered with. */
function answer(...line: string[]) {
  const read = readCommandLine(commands, line)
  return 'text' in read ? read : expect.fail(`${line.join(' ')} would run`)
}

describe('the commands of npm run desk', () => {
  it.each(Object.keys(commands))('%s tells what it does, wherever --help stands', (name) => {
    for (const line of [['--help'], ['-h'], ['FILE', '--help'], ['--help', '--what']]) {
      const { text, isMistake } = answer(name, ...line)
      expect([isMistake, text.split('\n')[0]]).toEqual([false, expect.stringContaining(`npm run desk -- ${name}`)])
      expect(text).toContain(commands[name]?.help)
    }
  })

  it.each(Object.keys(commands))('%s refuses what it does not know', (name) => {
    for (const line of [['--hlep'], ['-x'], ['one', 'two', 'three']]) {
      const { text, isMistake } = answer(name, ...line)
      expect(isMistake).toBe(true)
      expect(text).toContain(`Usage: npm run desk -- ${name}`)
    }
  })

  it.each([['--help'], ['-h'], ['help']])('are all listed for %s', (word) => {
    const { text, isMistake } = answer(word)
    expect(isMistake).toBe(false)
    for (const name of Object.keys(commands)) expect(text).toContain(`npm run desk -- ${name}`)
  })

  it.each([[], ['unknown'], ['constructor']].map((line) => [line]))('are all listed for the mistake %j', (line) => {
    expect(answer(...line)).toEqual({ text: answer('help').text, isMistake: true })
  })

  it.each([
    [['move'], '--from is missing.'],
    [['move', '--from'], "Option '--from <value>' argument missing."],
    [['move', '--from', 'sqlite:a', '--to', SECRET], "Unknown option '--to'."],
    [['move', '--from', 'sqlite:a', `--to=${SECRET}`], "Unknown option '--to'."],
    [['move', '--from', 'sqlite:a', SECRET], 'It takes no words.'],
    [['backup'], 'It takes FILE.'],
  ])('say what is wrong with %j, and repeat no password', (line, sentence) => {
    const { text } = answer(...line)
    expect(text.split('\n')[0]).toBe(sentence)
    expect(text).not.toContain('secret')
  })

  it('takes an address with a password from no command line', () => {
    for (const { options = {} } of Object.values(commands))
      expect(Object.values(options).map(({ value }) => value)).not.toContainEqual(expect.stringContaining('postgres:'))
  })
})
