const units = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** For people, e.g. "3.4 MB". */
export function bytes(count: number): string {
  const power = Math.min(Math.floor(Math.log(Math.max(count, 1)) / Math.log(1_000)), units.length - 1)
  const amount = count / 1_000 ** power
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`
}
