import { explain } from './console/explain.ts'

interface Command {
  /** What follows its name. */
  readonly argument?: string
  readonly help: string
  readonly run: (argument: string) => Promise<void>
}

// Each loads only what it needs: a back-up every hour should cost little.
const commands: Readonly<Record<string, Command>> = {
  backup: {
    argument: 'FILE',
    help: 'copies the desk to FILE, also while it runs',
    run: async (file) => (await import('./wiring/commands/back-up-desk.ts')).backUpDesk(file),
  },
  restore: {
    argument: 'FILE',
    help: 'makes a desk of a back-up, where none is',
    run: async (file) => (await import('./wiring/commands/restore-desk.ts')).restoreDesk(file),
  },
  doctor: {
    help: 'looks whether everything is as it should be',
    run: async () => (await import('./wiring/commands/examine-desk.ts')).examineDesk(),
  },
  agents: {
    help: 'lists who works at the desk',
    run: async () => (await import('./wiring/commands/list-agents.ts')).listAgents(),
  },
  'reset-password': {
    argument: 'EMAIL',
    help: 'prints a one-time link that sets a new password',
    run: async (email) => (await import('./wiring/commands/reset-password.ts')).resetPassword(email),
  },
  demo: {
    help: 'makes the demo desk anew',
    run: async () => (await import('./wiring/commands/remake-demo.ts')).remakeDemo(),
  },
}

try {
  const [name = '', argument, ...more] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || more.length > 0 || (command.argument === undefined) !== (argument === undefined)) {
    console.error(usage())
    process.exitCode = 2
  } else {
    await command.run(argument ?? '')
  }
} catch (error) {
  console.error(explain(error, process.env['PORT'] ?? '8080'))
  process.exitCode = 1
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { argument = '', help }]) => {
    return `  npm run desk -- ${`${name} ${argument}`.padEnd(22)}${help}`
  })
  return ['Usage:', ...lines].join('\n')
}
