import type { ChecklistStep } from '@textdesk/server/contract'

export const stepTitles: Readonly<Record<ChecklistStep['id'], string>> = {
  account: 'API key and balance',
  address: 'Your address, from outside',
  'public-url': 'Where texts arrive',
  'first-text': 'The first text',
  refusals: 'Refused webhooks',
}

export const stateWords: Readonly<Record<ChecklistStep['state'], string>> = {
  ok: 'Done',
  waiting: 'Waiting',
  failed: 'To mend',
}
