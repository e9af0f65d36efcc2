import type { Config } from '../../config.ts'
import { MessageBirdAccount } from '../../providers/messagebird/message-bird-account.ts'
import { readProviderClock } from '../../providers/messagebird/read-provider-clock.ts'
import { bad, type Finding, good, note } from '../output/finding.ts'
import { statusOf } from './check-machine.ts'

const ANSWER_MS = 5_000
/** A signature lives 60 s. */
const MAX_SKEW_MS = 30_000

/** Whether the provider is reached and would reach the desk. Asks nobody in simulated mode. */
export async function checkProvider({ messageBird, publicUrl }: Config, now: () => number): Promise<Finding[]> {
  if (!messageBird) return [note('The desk is simulated: no SMS leaves this computer.')]
  const unsigned = messageBird.allowUnsignedWebhooks
    ? [note('Webhooks are taken without a signature: anybody who finds the address can write texts.')]
    : []
  const asked = [aboutAccount(messageBird.apiKey), aboutClock(now), aboutWayIn(publicUrl)]
  return [...unsigned, ...(await Promise.all(asked)).filter((finding) => finding !== null)]
}

async function aboutAccount(accessKey: string): Promise<Finding> {
  const account = await new MessageBirdAccount({ accessKey, deadlineMs: ANSWER_MS }).read()
  switch (account.kind) {
    case 'ok':
      return good(`MessageBird takes the key. The balance is ${account.balance.amount} ${account.balance.unit}.`)
    case 'refused':
      return bad('MessageBird refuses MESSAGEBIRD_API_KEY. Copy it again from Developers > API access.')
    case 'unreachable':
      return bad("MessageBird gave no answer to speak of. Check this computer's connection and firewall.")
  }
}

async function aboutClock(now: () => number): Promise<Finding | null> {
  const providerTime = await readProviderClock({ timeoutMs: ANSWER_MS })
  const skew = providerTime === null ? 0 : Math.abs(now() - providerTime)
  if (skew <= MAX_SKEW_MS) return null
  return bad(`This computer's clock is off by ${Math.round(skew / 1_000)} s. Set it right: webhooks will be refused.`)
}

async function aboutWayIn(publicUrl: string): Promise<Finding> {
  return (await statusOf(`${publicUrl}/healthz`)) === 200
    ? good(`${publicUrl} leads to the desk.`)
    : note(`${publicUrl} does not lead to a running desk, seen from here. The provider's webhooks need it to.`)
}
