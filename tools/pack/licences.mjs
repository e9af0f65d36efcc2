// What the packages of other people ask for in return: that their names and terms go along.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One text over the packages that these files and folders belong to. */
export function licencesOf(paths) {
  const roots = new Set(paths.map(packageRoot))
  return [...roots].map(describe).sort().join('\n\n')
}

function packageRoot(path) {
  const [, root] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(path.replaceAll('\\', '/')) ?? []
  if (!root) throw new Error(`${path} belongs to no package`)
  return root
}

function describe(root) {
  const { name, version, license = 'see its text' } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const texts = readdirSync(root)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8').trim())
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}
