import type { AccountReading, Balance } from '../../../ports/providers/provider-account.ts'
import type { GoingLive, Step } from './step.ts'

/** The step and the system page say the same. */
export function accountStep({ account }: Pick<GoingLive, 'account'>): Step {
  return { id: 'account', at: null, ...readAccount(account) }
}

function readAccount(account: AccountReading | null): Pick<Step, 'state' | 'sentence' | 'cure'> {
  switch (account?.kind) {
    case undefined:
      return {
        state: 'waiting',
        sentence: 'There is no API key, so the desk is simulated and no SMS leaves this computer.',
        cure: 'Follow docs/going-live.md: four lines in .env, then start the desk again.',
      }
    case 'ok':
      return readBalance(account.balance)
    case 'refused':
      return {
        state: 'failed',
        sentence: 'MessageBird refused the API key.',
        cure: 'Copy the live key from Developers > API access into MESSAGEBIRD_API_KEY, then start the desk again.',
      }
    case 'unreachable':
      return {
        state: 'failed',
        sentence: 'MessageBird could not be asked about the API key.',
        cure: 'Check that this computer may open https://rest.messagebird.com. It is asked again by itself.',
      }
  }
}

function readBalance({ amount, unit, payment }: Balance): Pick<Step, 'state' | 'sentence' | 'cure'> {
  if (payment === 'postpaid')
    return { state: 'ok', sentence: 'The API key is accepted. You pay by invoice.', cure: null }
  const balance = `${amount.toFixed(2)} ${unit}`
  if (amount > 0) return { state: 'ok', sentence: `The API key is accepted. Balance: ${balance}.`, cure: null }
  return {
    state: 'failed',
    sentence: `The API key is accepted, but the balance is ${balance}.`,
    cure: 'Top up the account in the MessageBird dashboard; until then no reply can leave.',
  }
}
