/**
 * How fast a number sends: the generic cell rate algorithm in its virtual scheduling form (ITU-T I.371; a token bucket that
 * keeps one moment instead of a level). Each text moves the moment on by its share of a second; a text may leave while
 * that stays within a second from now. So at most a second's worth leaves at once, and in any stretch of t seconds at most
 * (t + 1) times the rate. It counts texts, not parts, as the limits of providers do.
 */
export interface Pace {
  readonly textsPerSecond: number
  /** Sent as if at an even pace until then: UTC microseconds, so that no rate loses by rounding. 0: nothing yet. */
  readonly pacedUntilUs: number
}

export const DEFAULT_TEXTS_PER_SECOND = 10

const SECOND_US = 1_000_000
/** No pace runs further ahead than this: a moment beyond it was stored before the clock was set back. */
const BELIEVABLE_AHEAD_US = 60 * SECOND_US

/** How many texts may leave at `now` (milliseconds). */
export function allowance(pace: Pace, now: number): number {
  const room = now * 1_000 + SECOND_US - startOf(pace, now)
  return Math.max(0, Math.floor(room / intervalUs(pace)))
}

/** The new `pacedUntilUs` after so many texts left at `now`. */
export function pacedAfter(pace: Pace, texts: number, now: number): number {
  return startOf(pace, now) + texts * intervalUs(pace)
}

/** The first moment from `now` on, in milliseconds, at which a text may leave if none does until then. */
export function nextAllowedAt(pace: Pace, now: number): number {
  const room = startOf(pace, now) + intervalUs(pace) - SECOND_US
  return Math.max(now, Math.ceil(room / 1_000))
}

function startOf({ pacedUntilUs }: Pace, now: number): number {
  const nowUs = now * 1_000
  return pacedUntilUs > nowUs + BELIEVABLE_AHEAD_US ? nowUs : Math.max(pacedUntilUs, nowUs)
}

/** Rounded up: a rate is a limit. */
function intervalUs({ textsPerSecond }: Pace): number {
  return Math.ceil(SECOND_US / textsPerSecond)
}
