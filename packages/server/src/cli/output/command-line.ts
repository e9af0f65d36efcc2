import { parseArgs } from 'node:util'

export interface Command {
  /** What it takes, each named in capitals. */
  readonly words: readonly string[]
  /** By its name without the dashes; each takes a value. */
  readonly options?: Readonly<Record<string, { readonly value: string; readonly isOptional?: boolean }>>
  /** One line. */
  readonly help: string
  /** What to know before it is used, for its own help. */
  readonly details: readonly string[]
  readonly run: (words: readonly string[], options: Readonly<Record<string, string | undefined>>) => Promise<void>
}

export type Commands = Readonly<Record<string, Command>>

/** What a line asks for: work to do, or text to read; `isMistake` where the line is not understood. */
export type Reading = { readonly run: () => Promise<void> } | { readonly text: string; readonly isMistake: boolean }

/** Never repeats a value: it may be an address with a password. */
export function readCommandLine(commands: Commands, [name = '', ...args]: readonly string[]): Reading {
  if (isHelp(name)) return { text: overview(commands), isMistake: false }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { text: overview(commands), isMistake: true }
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { text: helpOf(name, command), isMistake: false }
  const line = parse(command, args)
  if (typeof line === 'string') return { text: `${line}\n\n${helpOf(name, command)}`, isMistake: true }
  return { run: () => command.run(line.words, line.options) }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help'
}

interface Line {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
}

/** A sentence where it cannot be read. */
function parse({ words, options = {} }: Command, args: readonly string[]): Line | string {
  try {
    const known = Object.fromEntries(Object.keys(options).map((option) => [option, { type: 'string' as const }]))
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true })
    const missing = Object.entries(options).find(([name, { isOptional }]) => !isOptional && values[name] === undefined)
    if (missing) return `--${missing[0]} is missing.`
    if (positionals.length !== words.length) return `It takes ${words.length === 0 ? 'no words' : words.join(' ')}.`
    return { words: positionals, options: values }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return `${error.message.split(/\.?\s*(?:\n|\. |$)/)[0]}.`
  }
}

function overview(commands: Commands): string {
  const lines = Object.entries(commands).map(([name, command]) => {
    const call = callOf(name, command)
    return `  ${call.padEnd(36)}${call.length < 36 ? '' : `\n${' '.repeat(38)}`}${command.help}`
  })
  return ['Usage:', ...lines, '', 'Add --help to a command to read more.'].join('\n')
}

function helpOf(name: string, command: Command): string {
  return [`Usage: ${callOf(name, command)}`, '', `It ${command.help}.`, ...command.details].join('\n')
}

function callOf(name: string, { words, options = {} }: Command): string {
  const shown = Object.entries(options).map(([option, { value, isOptional }]) =>
    isOptional ? `[--${option} ${value}]` : `--${option} ${value}`,
  )
  return ['npm run desk --', name, ...words, ...shown].join(' ')
}
