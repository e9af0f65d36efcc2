import type { SettingRepository } from '../../ports/repositories/setting-repository.ts'

/** Several servers start on one desk, each prints a code, and nobody knows which of them run. */
const STARTS_THAT_COUNT = 8

/** Case, spaces and hyphens do not count when somebody types the code. */
export function normaliseSetUpCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

export async function isSetUp(settings: SettingRepository): Promise<boolean> {
  return (await settings.get('set-up-done-at')) !== null
}

/** The code counts from now on, as do those of the starts before. */
export async function keepCode(settings: SettingRepository, digest: string): Promise<void> {
  if (await settings.add('set-up-code-digest', digest)) return
  const kept = digestsIn(await settings.getForChange('set-up-code-digest'))
  await settings.set('set-up-code-digest', [...kept, digest].slice(-STARTS_THAT_COUNT).join(' '))
}

export async function countsAsCode(settings: SettingRepository, digest: string): Promise<boolean> {
  return digestsIn(await settings.get('set-up-code-digest')).includes(digest)
}

function digestsIn(value: string | null): string[] {
  return value === null ? [] : value.split(' ')
}
