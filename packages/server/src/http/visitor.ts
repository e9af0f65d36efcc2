import type { Visitor } from '@textdesk/core'
import type { FastifyRequest } from 'fastify'
import { networkAddress } from './network-address.ts'
import { deviceLabel } from './session/device-label.ts'
import { readDeviceToken } from './session/session-cookie.ts'

/** Whoever asks to be let in. */
export function visitorOf(request: FastifyRequest): Visitor {
  return {
    networkAddress: networkAddress(request),
    deviceToken: readDeviceToken(request),
    deviceLabel: deviceLabel(request.headers['user-agent']),
  }
}
