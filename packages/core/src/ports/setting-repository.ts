/** The few facts about the desk as a whole. */
export type SettingKey = 'set-up-code-digest' | 'set-up-done-at'

export interface SettingRepository {
  get(key: SettingKey): Promise<string | null>
  set(key: SettingKey, value: string): Promise<void>
}
