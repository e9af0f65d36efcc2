const CHANNEL = 'textdesk.session'
/** What agents wrote, as opposed to how they like the page. */
const WRITTEN = /^textdesk\.(draft|sending)\./
const OWN = /^textdesk\./

type Kept = readonly (readonly [name: string, value: string])[]

/** Takes what was written here out of the browser. */
export function forgetWritten(): void {
  for (const storage of [localStorage, sessionStorage])
    for (const name of Object.keys(storage)) if (WRITTEN.test(name)) storage.removeItem(name)
}

/** How the page is liked: the desk may have the browser forget all it keeps, and that should survive. */
export function readPreferences(): Kept {
  const names = Object.keys(localStorage).filter((name) => OWN.test(name) && !WRITTEN.test(name))
  return names.map((name) => [name, localStorage.getItem(name) ?? ''] as const)
}

export function keepPreferences(kept: Kept): void {
  for (const [name, value] of kept) localStorage.setItem(name, value)
}

/** The other tabs of this browser empty themselves too. */
export function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('signed-out')
  channel.close()
}

/** Returns the function that ends it. */
export function onSignedOutElsewhere(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = listener
  return () => channel.close()
}
