import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { bundleBudget } from './bundle-budget.ts'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

export default defineConfig({
  plugins: [vue(), tailwindcss(), bundleBudget()],
  build: {
    target: 'es2023',
    // A strict content security policy allows no data: URLs for scripts, and fonts are cached better as files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': server, '/webhook': server, '/webhooks': server },
  },
})
