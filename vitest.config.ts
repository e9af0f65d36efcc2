import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const node = { environment: 'node', testTimeout: 10_000, hookTimeout: 20_000 } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
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
          include: ['{src/persistence,test}/postgres/**/*.spec.ts'],
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
