import { isPractice } from '../../../domain/inbox/inbox.ts'
import type { AddressReading, UnreachableReason } from '../../../ports/platform/public-address.ts'
import type { GoingLive, Step } from './step.ts'

const TUNNEL = 'Check that the tunnel or proxy is running and leads to this desk.'

const UNREACHABLE: Readonly<Record<UnreachableReason, readonly [what: string, cure: string]>> = {
  'unknown-host': [
    'is a name nobody knows',
    'A tunnel gets a new name each time it starts: set PUBLIC_URL to this one.',
  ],
  refused: ['refuses connections', TUNNEL],
  certificate: [
    'has a certificate that cannot be trusted',
    'MessageBird will not trust it either. Renew the certificate.',
  ],
  'time-out': ['did not answer within 10 seconds', TUNNEL],
  other: ['could not be reached', TUNNEL],
}

export function addressStep({ address, publicUrl, inbox }: Pick<GoingLive, 'address' | 'publicUrl' | 'inbox'>): Step {
  const [state, sentence, cure] = readAddress(address, publicUrl, isPractice(inbox))
  return { id: 'address', state, sentence, cure, at: null }
}

function readAddress(
  address: AddressReading,
  url: string,
  isInPractice: boolean,
): readonly [state: Step['state'], sentence: string, cure: string | null] {
  switch (address.kind) {
    case 'arrives':
      return ['ok', `What is sent to ${url} arrives here.`, null]
    case 'local':
      return [
        isInPractice ? 'waiting' : 'failed',
        `${url} is found on this computer alone.`,
        'Start a tunnel, set PUBLIC_URL to its https address without /webhook, then start the desk again.',
      ]
    case 'elsewhere':
      return ['failed', `${url} answered with status ${address.status}, but not from this desk.`, TUNNEL]
    case 'redirects':
      return ['failed', `${url} sends callers on to another address.`, 'Set PUBLIC_URL to the address where this ends.']
    case 'unreachable': {
      const [what, cure] = UNREACHABLE[address.reason]
      return ['failed', `${url} ${what}.`, cure]
    }
  }
}
