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
          exclude: ['src/persistence/postgres/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          name: 'postgres',
          root: 'packages/server',
          include: ['src/persistence/postgres/**/*.spec.ts', 'test/*.spec.ts'],
          globalSetup: 'test/support/postgres-for-specs.ts',
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
