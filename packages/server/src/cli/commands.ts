import type { Commands } from './output/command-line.ts'

// Each loads only what it needs: a backup every hour should cost little.
export const commands: Commands = {
  backup: {
    words: ['FILE'],
    help: 'copies the database to FILE, also while Textdesk runs',
    details: [
      'FILE must not exist. The copy is checked, and only your user can read it: it holds texts and keys.',
      'Back up PostgreSQL with pg_dump.',
    ],
    run: async ([file = '']) => (await import('./back-up-desk.ts')).backUpDesk(file),
  },
  restore: {
    words: ['FILE'],
    help: 'restores a backup into an empty location',
    details: [
      'DATABASE_URL names the location. Texts that were waiting to be sent are not sent: an agent decides.',
      'Everyone has to sign in again.',
    ],
    run: async ([file = '']) => (await import('./restore-desk.ts')).restoreDesk(file),
  },
  move: {
    words: [],
    options: { from: { value: 'sqlite:FILE' }, 'to-file': { value: 'FILE', isOptional: true } },
    help: 'moves the data from SQLite to PostgreSQL',
    details: [
      'Stop Textdesk first. The target is DATABASE_URL, in .env or in the environment, or the only line of the file that',
      '--to-file names: an address may hold a password, and other users can read a command line.',
      'If it is interrupted, run the same command again: it continues.',
    ],
    run: async (_, { from = '', 'to-file': addressFile }) =>
      (await import('./move-desk.ts')).moveDeskTo(from, addressFile),
  },
  doctor: {
    words: [],
    help: 'runs health checks and explains what it finds',
    details: ['It changes nothing. The exit code is 1 if a check fails.'],
    run: async () => (await import('./examine-desk.ts')).examineDesk(),
  },
  agents: {
    words: [],
    help: 'lists the agents',
    details: ['With e-mail address, role and state. Textdesk may be running.'],
    run: async () => (await import('./list-agents.ts')).listAgents(),
  },
  'reset-password': {
    words: ['EMAIL'],
    help: 'prints a one-time link to set a new password',
    details: ['The old password and all sessions of that agent end at once. Textdesk may be running.'],
    run: async ([email = '']) => (await import('./reset-password.ts')).resetPassword(email),
  },
  demo: {
    words: [],
    help: 'resets the demo',
    details: ['Everything you did in the demo is deleted. It has a file of its own; your data is not touched.'],
    run: async () => (await import('./remake-demo.ts')).remakeDemo(),
  },
}
