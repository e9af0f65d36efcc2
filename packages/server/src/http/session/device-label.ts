import Bowser from 'bowser'

/** Longer than any browser's; what comes after tells nothing. */
const MAX_READ_LENGTH = 512
const MAX_NAME_LENGTH = 40

/** What people call the browser that sends this User-Agent, e.g. "Firefox on Windows"; null where it names none. */
export function deviceLabel(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_READ_LENGTH))
  // What names no system is no browser, and its name may be anything.
  return browser.name && os.name ? `${browser.name} on ${os.name}`.slice(0, MAX_NAME_LENGTH) : null
}
