/** The few facts about the desk as a whole. */
export type SettingKey =
  | 'set-up-code-digest'
  | 'set-up-done-at'
  /** Of an inbox: the moment up to which no text that its provider has is missing. */
  | `texts-fetched-until:${string}`

export interface SettingRepository {
  get(key: SettingKey): Promise<string | null>
  set(key: SettingKey, value: string): Promise<void>
}
