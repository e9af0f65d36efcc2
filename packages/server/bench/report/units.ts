export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en-US')}/s`
}

export function milliseconds(duration: number): string {
  return `${duration.toFixed(duration < 10 ? 2 : 1)} ms`
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}
