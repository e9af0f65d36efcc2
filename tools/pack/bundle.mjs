// The server and everything it imports as a few files of plain JavaScript.
import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { at } from '../places.mjs'

/** Compiled code cannot go into a bundle. */
export const natives = ['better-sqlite3', '@node-rs/argon2']

const oldestNode = 'node22'

/** @returns the files of other people's packages that went into it */
export async function bundleServer(folder) {
  const server = at('packages/server')
  const { output } = await build({
    configFile: false,
    root: server,
    logLevel: 'warn',
    plugins: [ownStaticFiles(folder)],
    ssr: { noExternal: true, external: natives },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: oldestNode,
      minify: false,
      rolldownOptions: {
        input: { main: join(server, 'src/main.ts'), desk: join(server, 'src/cli.ts') },
        output: {
          format: 'esm',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          // What was CommonJS still asks where it lies.
          banner: 'const __dirname = import.meta.dirname',
        },
      },
    },
  })
  return output.flatMap(({ moduleIds = [] }) => moduleIds).filter((id) => id.includes('node_modules'))
}

/** The page that shows the API has files beside its code; they lie beside the bundle. */
function ownStaticFiles(folder) {
  const from = "path.join(__dirname, '..', 'static')"
  let found = null
  return {
    name: 'own-static-files',
    transform(code, id) {
      if (!id.endsWith('/swagger-ui/lib/routes.js') || !code.includes(from)) return null
      found = join(dirname(dirname(id)), 'static')
      return code.replace(from, "path.join(__dirname, 'static')")
    },
    writeBundle() {
      if (!found) throw new Error('The static files of @fastify/swagger-ui were not found; see tools/pack/bundle.mjs.')
      cpSync(found, join(folder, 'static'), { recursive: true, filter: (file) => !file.endsWith('.map') })
    },
  }
}
