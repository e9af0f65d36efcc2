import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty folder: where a desk works, what it takes for its home, and where its `.env` lies. */
export function makeDeskFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'textdesk-e2e-'))
}

export function removeDeskFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

export async function writeEnvFile(folder: string, lines: Readonly<Record<string, string>>): Promise<void> {
  const written = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(folder, '.env'), written.join(''))
}
