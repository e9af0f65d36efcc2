import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Who may do what, in octal: "600" is for its owner alone. */
export function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}

/** Of every file of a folder, by name. */
export function modesIn(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]))
}
