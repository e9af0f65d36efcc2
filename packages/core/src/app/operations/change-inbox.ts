import type { OptOutWords } from '../../domain/consent/opt-out-words.ts'
import { requireOptOutWords } from '../../domain/consent/require-opt-out-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { consentTextsProblem } from '../../domain/inbox/consent-text.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import { requireName } from '../../domain/require-shown.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { confirmationProblem } from '../../text/confirmation.ts'
import type { ConsentLanguage } from '../../text/consent-texts.ts'

export interface InboxChange {
  readonly inboxId: string
  readonly agentId: string
  readonly name?: string
  readonly confirmationTemplate?: string
  readonly reopenHours?: number
  readonly thanksStayClosed?: boolean
  readonly optOutWords?: OptOutWords
  readonly answersKeywords?: boolean
  readonly language?: ConsentLanguage
  /** Empty counts as null. */
  readonly company?: string | null
  /** Empty counts as null. */
  readonly helpContact?: string | null
  readonly consentTexts?: Inbox['consentTexts']
  readonly automaticTextsPerHour?: number
  readonly textsPerSecond?: number
}

export class ChangeInbox {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /**
   * @throws DomainError `not-found`, `invalid-input` for a confirmation that does not name the ticket or is too long, for
   * words that cannot be told apart, and for an answer to STOP, START or HELP in which something is not filled in;
   * `message-empty` for a name that shows nothing.
   */
  async execute(change: InboxChange): Promise<void> {
    const problem = change.confirmationTemplate === undefined ? null : confirmationProblem(change.confirmationTemplate)
    if (problem !== null) throw new DomainError('invalid-input', problem, { field: 'confirmationTemplate' })
    const optOutWords = change.optOutWords && requireOptOutWords(change.optOutWords)
    const name = change.name === undefined ? undefined : requireName(change.name)
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const inbox = await desk.inboxes.find(change.inboxId)
      if (inbox === null) throw new DomainError('not-found', "This inbox isn't here.")
      await desk.inboxes.save({
        ...inbox,
        ...speech({ ...inbox, name: name ?? inbox.name }, change),
        confirmationTemplate: change.confirmationTemplate ?? inbox.confirmationTemplate,
        reopenHours: change.reopenHours ?? inbox.reopenHours,
        thanksStayClosed: change.thanksStayClosed ?? inbox.thanksStayClosed,
        optOutWords: optOutWords ?? inbox.optOutWords,
        answersKeywords: change.answersKeywords ?? inbox.answersKeywords,
        automaticTextsPerHour: change.automaticTextsPerHour ?? inbox.automaticTextsPerHour,
        textsPerSecond: change.textsPerSecond ?? inbox.textsPerSecond,
      })
      await desk.audit.append({ at, actorId: change.agentId, what: 'inbox.changed', subjectId: inbox.id })
      desk.changes.record({ kind: 'inbox', inboxId: inbox.id })
    })
  }
}

/** How the inbox speaks of itself to whoever texts STOP, START or HELP. */
function speech(inbox: Inbox, change: InboxChange): Partial<Inbox> {
  const spoken = {
    name: inbox.name,
    language: change.language ?? inbox.language,
    company: change.company === undefined ? inbox.company : change.company?.trim() || null,
    helpContact: change.helpContact === undefined ? inbox.helpContact : change.helpContact?.trim() || null,
    consentTexts: change.consentTexts ?? inbox.consentTexts,
  }
  const problem = consentTextsProblem({ ...inbox, ...spoken })
  if (problem !== null) throw new DomainError('invalid-input', problem, { field: 'consentTexts' })
  return spoken
}
