import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const node = { environment: 'node', testTimeout: 10_000, hookTimeout: 20_000 } as const

/** Specs of the API that would say nothing new on PostgreSQL. */
const NOT_ABOUT_THE_DATABASE = [
  // Processes that start on a file, and the commands that copy it.
  'test/start.spec.ts',
  'test/desk-commands.spec.ts',
  // The bench has its own way to a database.
  'test/bench-smoke.spec.ts',
  // Traces in the files of the desk; what is left in rows, the contract suite asks of both.
  'test/erasure.spec.ts',
  // Files of the page.
  'test/page.spec.ts',
  // What is refused before anything is stored.
  'test/same-origin.spec.ts',
  'test/bad-input.spec.ts',
  'test/plain-input.spec.ts',
  // Whose addresses are believed.
  'test/forwarding.spec.ts',
  // A crowd at once: PostgreSQL's, with two servers, is the fault run of first texts.
  'test/receive-concurrency.spec.ts',
]

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
          exclude: ['**/postgres/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          name: 'postgres',
          root: 'packages/server',
          include: ['{src/persistence,test,faults}/postgres/**/*.spec.ts', 'test/*.spec.ts'],
          exclude: NOT_ABOUT_THE_DATABASE,
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
