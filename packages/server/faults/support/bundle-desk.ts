import { symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const SERVER = fileURLToPath(new URL('../..', import.meta.url))
const NATIVES = ['better-sqlite3', '@node-rs/argon2']

/**
 * A script that starts a desk, as one file of plain JavaScript, as the packed desk is: it starts in half the time, which is
 * most of what a kill costs.
 */
export async function bundleDesk(script: URL, folder: string): Promise<URL> {
  const outDir = join(folder, 'bundle')
  await build({
    configFile: false,
    root: SERVER,
    logLevel: 'error',
    ssr: { noExternal: true, external: NATIVES },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { desk: fileURLToPath(script) },
        output: { format: 'esm', entryFileNames: '[name].mjs', banner: 'const __dirname = import.meta.dirname' },
      },
    },
  })
  await symlink(join(SERVER, 'node_modules'), join(outDir, 'node_modules'), 'dir')
  const swagger = dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json'))
  // One of its files looks beside itself, another one above.
  for (const place of [outDir, folder]) await symlink(join(swagger, 'static'), join(place, 'static'), 'dir')
  return pathToFileURL(join(outDir, 'desk.mjs'))
}
