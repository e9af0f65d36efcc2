// Packages with compiled code, copied whole from where they are installed.
import { cpSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { at } from '../places.mjs'

/** Sources and build files, of no use where nothing is compiled. */
const leftOut = /\/(deps|src|binding\.gyp|README\.md)$/

/** @returns the folders they were copied from */
export function copyNatives(names, modules) {
  const sources = names.flatMap((name) => [[name, installed(name)], ...platformParts(name)])
  for (const [name, folder] of sources) {
    cpSync(folder, join(modules, name), { recursive: true, filter: (file) => !leftOut.test(file) })
  }
  return sources.map(([, folder]) => folder)
}

function installed(name) {
  return realpathSync(at('packages/server/node_modules', name))
}

/** Some keep the compiled part in a package of its own per platform, which is installed beside them. */
function platformParts(name) {
  const [scope, short] = name.split('/')
  if (!short) return []
  const folder = dirname(installed(name))
  return readdirSync(folder)
    .filter((part) => part.startsWith(`${short}-`))
    .map((part) => [`${scope}/${part}`, realpathSync(join(folder, part))])
}
