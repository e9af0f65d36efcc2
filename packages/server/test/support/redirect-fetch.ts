/** Leads what is fetched from `origin` to `target` instead, as a tunnel would. Returns what undoes it. */
export function redirectFetch(origin: string, target: string): () => void {
  const original = globalThis.fetch
  globalThis.fetch = (input, init) => original(String(input).replace(origin, target), init)
  return () => {
    globalThis.fetch = original
  }
}
