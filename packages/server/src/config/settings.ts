import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { plainNumber } from '@textdesk/core/text'
import { isLoopbackHost } from '../http/loopback.ts'
import { parseAddress } from '../phone/parse-address.ts'
import type { Setting } from './setting.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const proxyNames = ['loopback', 'linklocal', 'uniquelocal']

export const port: Setting<number> = {
  expected: 'a port number from 1 to 65535, e.g. 8080',
  parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536 ? Number(text) : null),
}

export const host: Setting<string> = {
  expected: 'an address or host name of this computer, e.g. 0.0.0.0, or left out for this computer alone',
  parse: (text) => (/^[a-z0-9.-]+$/i.test(text) || isIP(text) !== 0 ? text : null),
}

export const publicUrl: Setting<string> = {
  expected:
    'an https address without a path, e.g. https://abc.ngrok-free.app, without /webhook (http only for localhost)',
  parse: (text) => {
    const url = URL.parse(text)
    if (url?.pathname !== '/' || url.search || url.hash || url.username) return null
    const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))
    return secure ? url.origin : null
  },
}

/** Whoever knows such an address can often write to its chat, so it counts as a secret. */
export const webhookUrl: Setting<string> = {
  expected: 'the https address that takes alerts as JSON by POST (http works too, in a network of your own)',
  secret: true,
  parse: (text) => {
    const url = URL.parse(text)
    return url && ['https:', 'http:'].includes(url.protocol) && !url.username ? url.href : null
  },
}

/** Addresses, not a number of hops: whoever reaches the desk directly could claim any number of them. */
export const trustProxy: Setting<false | string[]> = {
  expected: 'the addresses of the proxies in front of the desk, e.g. loopback or 10.0.0.0/8,192.0.2.7',
  parse: (text) => {
    if (text === 'none') return []
    const proxies = text.split(',').map((proxy) => proxy.trim())
    return proxies.every(isProxy) ? proxies : null
  },
}

export type DatabaseLocation =
  | { readonly kind: 'sqlite' /** Absolute path. */; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** A PostgreSQL's address holds its password. */
export const database: Setting<DatabaseLocation> = {
  expected:
    'sqlite: followed by a file, e.g. sqlite:./data/textdesk.sqlite, or the address of a PostgreSQL database, e.g. postgres://user:password@host/textdesk',
  secret: true,
  parse: (text) => {
    if (/^postgres(ql)?:/.test(text)) return parsePostgresUrl(text)
    const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1]
    const isFile = file !== undefined && !file.startsWith(':') && !file.endsWith('/')
    return isFile ? { kind: 'sqlite', file: resolve(file) } : null
  },
}

/** E.164 or a short code. */
export const originator: Setting<string> = {
  expected: 'the number that texts come to, with its country code, e.g. +12025550150',
  parse: (text) => {
    // As in the page: a number pasted from an address book may bring marks of direction along.
    const { kind, value } = parseAddress(plainNumber(text))
    return kind === 'name' || (kind === 'short-code' && value.length > 6) ? null : value
  },
}

export const logLevel: Setting<LogLevel> = {
  expected: `one of ${logLevels.join(', ')}`,
  parse: (text) => logLevels.find((level) => level === text) ?? null,
}

export const flag: Setting<boolean> = {
  expected: 'true or false',
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
}

export const secret: Setting<string> = {
  expected: 'the key alone, at least 8 characters and no spaces',
  secret: true,
  parse: (text) => (/^\S{8,}$/.test(text) ? text : null),
}

function parsePostgresUrl(text: string): DatabaseLocation | null {
  const url = URL.parse(text)
  return url?.hostname && url.pathname.length > 1 ? { kind: 'postgres', url: text } : null
}

function isProxy(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  if (proxyNames.includes(text)) return true
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
