import Bowser from 'bowser'

/** Longer than any browser's; what comes after tells nothing. */
const LONGEST_READ = 512
const LONGEST_NAME = 40

/** What people call the browser that sends this User-Agent, e.g. "Firefox on Windows"; null where it names none. */
export function deviceLabel(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, LONGEST_READ))
  // What names no system is no browser, and its name may be anything.
  return browser.name && os.name ? `${browser.name} on ${os.name}`.slice(0, LONGEST_NAME) : null
}
