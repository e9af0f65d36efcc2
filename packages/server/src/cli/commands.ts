import type { Commands } from './output/command-line.ts'

// Each loads only what it needs: a backup every hour should cost little.
export const commands: Commands = {
  backup: {
    words: ['FILE'],
    help: 'copies the desk to FILE, also while it runs',
    details: [
      'FILE must not be there yet. The copy is checked, and only its user can read it: it holds texts and keys.',
      'A desk on PostgreSQL is backed up with pg_dump.',
    ],
    run: async ([file = '']) => (await import('./back-up-desk.ts')).backUpDesk(file),
  },
  restore: {
    words: ['FILE'],
    help: 'makes a desk of a backup, where none is',
    details: [
      'The desk is made where DATABASE_URL says. Texts that were waiting to be sent are left to an agent.',
      'Everybody signs in again.',
    ],
    run: async ([file = '']) => (await import('./restore-desk.ts')).restoreDesk(file),
  },
  move: {
    words: [],
    options: { from: { value: 'sqlite:FILE' }, 'to-file': { value: 'FILE', isOptional: true } },
    help: 'copies a stopped desk into PostgreSQL',
    details: [
      'It goes to the database that DATABASE_URL names in .env or in the environment, or to the one whose address is all',
      'that stands in the file of --to-file. An address may hold a password, and a command line can be read by others.',
      'When it was interrupted, the same command goes on where it was.',
    ],
    run: async (_, { from = '', 'to-file': addressFile }) =>
      (await import('./move-desk.ts')).moveDeskTo(from, addressFile),
  },
  doctor: {
    words: [],
    help: 'looks whether everything is as it should be',
    details: ['It changes nothing. The exit code is 1 when something keeps the desk from its work.'],
    run: async () => (await import('./examine-desk.ts')).examineDesk(),
  },
  agents: {
    words: [],
    help: 'lists who works at the desk',
    details: ['With e-mail address, role and state. The desk may be running.'],
    run: async () => (await import('./list-agents.ts')).listAgents(),
  },
  'reset-password': {
    words: ['EMAIL'],
    help: 'prints a one-time link that sets a new password',
    details: ['The old password and every session of that agent end at once. The desk may be running.'],
    run: async ([email = '']) => (await import('./reset-password.ts')).resetPassword(email),
  },
  demo: {
    words: [],
    help: 'makes the demo desk anew',
    details: ['What was done at it is gone. The demo desk has a file of its own; no other desk is touched.'],
    run: async () => (await import('./remake-demo.ts')).remakeDemo(),
  },
}
