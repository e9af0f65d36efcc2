import { existsSync, readdirSync } from 'node:fs'
import { at, root } from './places.mjs'

/** The path of a program that an installed package offers. */
export function binary(name) {
  const packages = readdirSync(at('packages')).map((folder) => at('packages', folder))
  const candidates = [root, ...packages].map((folder) => `${folder}/node_modules/.bin/${name}`)
  const found = candidates.find((file) => existsSync(file))
  if (!found) throw new Error(`No installed package offers "${name}".`)
  return found
}
