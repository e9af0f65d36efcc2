export function milliseconds(duration: number): string {
  return `${duration.toFixed(0)} ms`
}
