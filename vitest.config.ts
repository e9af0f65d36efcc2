import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const node = { environment: 'node', testTimeout: 10_000, hookTimeout: 20_000 } as const

/**
 * Specs of the API in which a database may differ: what is kept, found, locked and undone. The others are about HTTP, files or
 * processes, and run on SQLite alone.
 */
const ABOUT_THE_DATABASE = [
  'contacts',
  'events',
  'expired-texts',
  'inbox-settings',
  'invisible-texts',
  'message-bird-journey',
  'moving',
  'not-work',
  'one-contact-per-number',
  'one-inbox-per-number',
  'people',
  'practice',
  'reconciliation',
  'replies',
  'reply-history',
  'search',
  'sessions',
  'set-up',
  'system',
  'ticket-life',
  'triage',
  'two-agents',
  'undo',
  'webhooks',
  'writing',
].map((name) => `test/${name}.spec.ts`)

/** Real processes that die, stall and lose their network: minutes. `npm test -- --long` and CI run them too. */
const LONG = [
  'faults/{bodies,kills,migrations,resets,storage}.spec.ts',
  'faults/postgres/**',
  'test/postgres/bench-postgres.spec.ts',
]
const leftOut = process.env['TEST_PART'] === 'short' ? LONG : []

export default defineConfig({
  test: {
    // Half of the processors are left to the servers and databases that the specs start.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    passWithNoTests: false,
    projects: [
      {
        test: { ...node, name: 'core', root: 'packages/core', include: ['src/**/*.spec.ts', 'testing/**/*.spec.ts'] },
      },
      {
        test: {
          ...node,
          name: 'server',
          root: 'packages/server',
          include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'faults/**/*.spec.ts'],
          exclude: ['**/postgres/**', ...leftOut],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          name: 'postgres',
          root: 'packages/server',
          include: ['{src/persistence,test,faults}/postgres/**/*.spec.ts', ...ABOUT_THE_DATABASE],
          exclude: leftOut,
          globalSetup: fileURLToPath(new URL('packages/server/test/support/postgres-for-specs.ts', import.meta.url)),
          testTimeout: 30_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'web',
          root: 'packages/web',
          environment: 'happy-dom',
          include: ['src/**/*.spec.ts'],
          testTimeout: 10_000,
        },
      },
      { test: { ...node, name: 'tools', root: 'tools', include: ['**/*.spec.mjs'] } },
    ],
  },
})
