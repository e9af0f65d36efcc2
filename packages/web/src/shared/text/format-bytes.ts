const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** "820 bytes", "1.4 GB"; in thousands, as disks are sold. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const amount = bytes / 1000 ** power
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0 })} ${UNITS[power]}`
}
