import { isLocalOnly } from '../../config/local-only.ts'
import { type Config, nameOfDatabase, ownUrl } from '../../config.ts'

interface Start {
  /** Null once the desk has an owner. */
  readonly setUpCode: string | null
  /** How to sign in to the demo desk; null for a desk of one's own. */
  readonly demo: { readonly email: string; readonly password: string } | null
}

/** What somebody who has just started the desk needs to know. */
export function announce(config: Config, start: Start): void {
  for (const line of announcement(config, start)) console.log(line)
}

export function announcement(config: Config, { setUpCode, demo }: Start): string[] {
  return [
    '',
    `Textdesk is running, ${mode(config)}`,
    '',
    ...places(config),
    ...(demo ? howToSignIn(demo) : firstSteps(config, setUpCode)),
    'Press Ctrl+C to stop.',
    '',
  ]
}

function mode({ messageBird }: Config): string {
  if (!messageBird) return 'in practice mode: no SMS leaves this computer.'
  const unsigned = messageBird.allowUnsignedWebhooks
    ? ' Webhooks are accepted without a signature: anyone who finds the address can create texts.'
    : ''
  return `live: texts to and from ${messageBird.originator} are real.${unsigned}`
}

function places(config: Config): string[] {
  const own = ownUrl(config)
  const outside = config.publicUrl === own ? [] : [`  From outside    ${config.publicUrl}`]
  const live = config.messageBird
    ? [`  Webhook         ${config.publicUrl}/webhook`]
    : ['  Going live      docs/going-live.md: copy .env.example to .env and set four variables']
  return [`  Open            ${own}`, ...outside, `  Your data       ${nameOfDatabase(config)}`, ...live, '']
}

function firstSteps(config: Config, setUpCode: string | null): string[] {
  if (setUpCode === null) return []
  const asked = isLocalOnly(config)
    ? 'You need it only when you open the page from another computer.'
    : 'The page asks for it.'
  return [`Setup code: ${setUpCode}`, asked, '']
}

function howToSignIn({ email, password }: { email: string; password: string }): string[] {
  return [
    'This is the demo: a week of invented texts, in a file of its own.',
    `Sign in as ${email} with the password "${password}".`,
    'Reset it with: npm run desk -- demo',
    '',
  ]
}
