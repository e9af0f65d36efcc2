import { type Config, ownUrl } from '../config.ts'

/** What somebody who has just started the desk needs to know. */
export function announce(config: Config, setUpCode: string | null): void {
  for (const line of announcement(config, setUpCode)) console.log(line)
}

export function announcement(config: Config, setUpCode: string | null): string[] {
  return [
    '',
    `Textdesk is running, ${mode(config)}`,
    '',
    ...places(config),
    ...firstSteps(setUpCode),
    'To stop it, press Ctrl+C.',
    '',
  ]
}

function mode({ messageBird }: Config): string {
  if (!messageBird) return 'simulated: no SMS leaves this computer.'
  const unsigned = messageBird.allowUnsignedWebhooks
    ? ' Webhooks are taken without a signature: anybody who finds the address can write texts.'
    : ''
  return `live: texts to and from ${messageBird.originator} are real.${unsigned}`
}

function places(config: Config): string[] {
  const own = ownUrl(config)
  const outside = config.publicUrl === own ? [] : [`  From outside    ${config.publicUrl}`]
  const live = config.messageBird
    ? [`  Webhook         ${config.publicUrl}/webhook`]
    : ['  Going live      docs/going-live.md, and four lines in .env (copy .env.example)']
  return [`  Open            ${own}`, ...outside, `  Your data       ${config.databaseFile}`, ...live, '']
}

function firstSteps(setUpCode: string | null): string[] {
  if (setUpCode === null) return []
  return [`Set-up code: ${setUpCode}`, 'Only asked for when the desk is set up from another computer.', '']
}
