/** The few facts about the desk as a whole. */
export type SettingKey =
  /** Of the codes of the latest starts, oldest first, with a blank between two. */
  | 'set-up-code-digest'
  | 'set-up-done-at'
  /** When any server refused a signed webhook the last time, and when any took one. */
  | 'webhooks-seen'
  /** Which server compares the desk with its providers' lists, and until when. */
  | 'reconciler'
  /** Of an inbox: the moment up to which no text that its provider has is missing. */
  | `texts-fetched-until:${string}`

export interface SettingRepository {
  get(key: SettingKey): Promise<string | null>
  /** Nobody else changes a value that is there before this unit of work is over. */
  getForChange(key: SettingKey): Promise<string | null>
  /** False when it has a value already. */
  add(key: SettingKey, value: string): Promise<boolean>
  set(key: SettingKey, value: string): Promise<void>
}
