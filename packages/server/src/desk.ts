import { explain } from './console/explain.ts'

interface Command {
  /** What follows its name, word by word. */
  readonly words: readonly string[]
  readonly help: string
  readonly run: (...words: string[]) => Promise<void>
}

// Each loads only what it needs: a back-up every hour should cost little.
const commands: Readonly<Record<string, Command>> = {
  backup: {
    words: ['FILE'],
    help: 'copies the desk to FILE, also while it runs',
    run: async (file = '') => (await import('./wiring/commands/back-up-desk.ts')).backUpDesk(file),
  },
  restore: {
    words: ['FILE'],
    help: 'makes a desk of a back-up, where none is',
    run: async (file = '') => (await import('./wiring/commands/restore-desk.ts')).restoreDesk(file),
  },
  move: {
    words: ['--from', 'sqlite:FILE', '--to', 'postgres://...'],
    help: 'copies a stopped desk into PostgreSQL',
    run: async (_from, file = '', _to, address = '') =>
      (await import('./wiring/commands/move-desk.ts')).moveDeskTo(file, address),
  },
  doctor: {
    words: [],
    help: 'looks whether everything is as it should be',
    run: async () => (await import('./wiring/commands/examine-desk.ts')).examineDesk(),
  },
  agents: {
    words: [],
    help: 'lists who works at the desk',
    run: async () => (await import('./wiring/commands/list-agents.ts')).listAgents(),
  },
  'reset-password': {
    words: ['EMAIL'],
    help: 'prints a one-time link that sets a new password',
    run: async (email = '') => (await import('./wiring/commands/reset-password.ts')).resetPassword(email),
  },
  demo: {
    words: [],
    help: 'makes the demo desk anew',
    run: async () => (await import('./wiring/commands/remake-demo.ts')).remakeDemo(),
  },
}

try {
  const [name = '', ...words] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || !fits(command, words)) {
    console.error(usage())
    process.exitCode = 2
  } else {
    await command.run(...words)
  }
} catch (error) {
  console.error(explain(error, process.env['PORT'] ?? '8080'))
  process.exitCode = 1
}

/** Options are written as they stand in the usage. */
function fits(command: Command, words: readonly string[]): boolean {
  return (
    words.length === command.words.length &&
    command.words.every((word, place) => !word.startsWith('--') || word === words[place])
  )
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { words, help }]) => {
    const call = [name, ...words].join(' ')
    return `  npm run desk -- ${call.padEnd(22)}${call.length < 22 ? '' : `\n${' '.repeat(40)}`}${help}`
  })
  return ['Usage:', ...lines].join('\n')
}
