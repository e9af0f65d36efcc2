import type { Secrets } from '../../ports/platform/secrets.ts'
import type { KnownPlaceRepository } from '../../ports/repositories/known-place-repository.ts'

const DAY_MS = 24 * 3_600_000
/** The longest that browsers keep a cookie. */
export const KNOWN_DEVICE_MS = 400 * DAY_MS
/** An address is somebody else's sooner or later. */
export const KNOWN_ADDRESS_MS = 30 * DAY_MS

/** Whoever asks to be let in, as far as the network tells. */
export interface Visitor {
  /** Where the request came from. */
  readonly networkAddress: string
  /** What the browser was given at an earlier sign-in. */
  readonly deviceToken: string | null
  /** What people call such a browser, e.g. "Firefox on Windows". */
  readonly deviceLabel: string | null
}

/** A visitor's places as they are stored: neither token nor address can be read from them. */
export interface VisitedPlaces {
  readonly device: string | null
  readonly address: string
}

export function placesOf(visitor: Visitor, secrets: Secrets): VisitedPlaces {
  const { deviceToken, networkAddress } = visitor
  const device = deviceToken === null ? null : secrets.digest(deviceToken)
  return { device, address: secrets.digest(`address:${networkAddress}`) }
}

/** Whether this agent has signed in on the device before. */
export async function isKnownDevice(
  places: KnownPlaceRepository,
  device: string | null,
  agentId: string | null,
  now: number,
): Promise<boolean> {
  const known = device === null ? [] : await places.list(device, now - KNOWN_DEVICE_MS + 1)
  return known.some((place) => place.agentId === agentId)
}

/** Whether anybody of the desk has signed in from the address: to ask for one agent would tell whom the desk has. */
export async function isKnownAddress(places: KnownPlaceRepository, address: string, now: number): Promise<boolean> {
  return (await places.list(address, now - KNOWN_ADDRESS_MS + 1)).length > 0
}

/**
 * Notes where somebody has just signed in, and answers the device token that the browser keeps: its own if the desk gave it,
 * else the fresh one, since one that was planted there must not become known.
 */
export async function notePlaces(
  places: KnownPlaceRepository,
  visit: { readonly agentId: string; readonly visitor: Visitor; readonly freshToken: string; readonly at: number },
  secrets: Secrets,
): Promise<string> {
  const { agentId, visitor, freshToken, at } = visit
  const { device, address } = placesOf(visitor, secrets)
  const isOurs = device !== null && (await places.list(device, at - KNOWN_DEVICE_MS + 1)).length > 0
  const token = isOurs && visitor.deviceToken !== null ? visitor.deviceToken : freshToken
  for (const digest of [secrets.digest(token), address]) await places.note({ digest, agentId, at })
  return token
}
