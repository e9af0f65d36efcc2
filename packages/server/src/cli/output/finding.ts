/** What the doctor says about one thing. `bad` is what keeps the desk from doing its work. */
export interface Finding {
  readonly level: 'good' | 'note' | 'bad'
  readonly text: string
}

export const good = (text: string): Finding => ({ level: 'good', text })
export const note = (text: string): Finding => ({ level: 'note', text })
export const bad = (text: string): Finding => ({ level: 'bad', text })

const marks = { good: 'ok  ', note: 'note', bad: 'BAD ' } as const

export function findingLine({ level, text }: Finding): string {
  return `${marks[level]}  ${text}`
}
