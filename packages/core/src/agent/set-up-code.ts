import type { SettingRepository } from '../ports/setting-repository.ts'

/** Case, spaces and hyphens do not count when somebody types the code. */
export function normaliseSetUpCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

export async function isSetUp(settings: SettingRepository): Promise<boolean> {
  return (await settings.get('set-up-done-at')) !== null
}
