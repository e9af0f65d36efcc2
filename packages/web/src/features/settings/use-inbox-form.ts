import { useQueryClient } from '@tanstack/vue-query'
import { confirmationProblem } from '@textdesk/core/text'
import type { Inbox } from '@textdesk/server/contract'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { ApiError } from '../../shared/api/api-error.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { changeInbox } from './settings-api.ts'
import { hasSpeechFault, readSpeech, writeSpeech } from './speech-form.ts'
import { readWords, writeWords } from './word-list.ts'

/** An inbox as an owner edits it; what is being written is not changed under their hands, all else is as the desk has it. */
export function useInboxForm(inbox: () => Inbox) {
  const queries = useQueryClient()
  const form = reactive(write(inbox()))
  /** What the fields showed before anything was written into them. */
  let known = write(inbox())
  const error = shallowRef<ApiError | null>(null)
  const isSaved = ref(false)
  const isBusy = ref(false)
  const confirmationFault = computed(() => confirmationProblem(form.template))
  const hasFault = computed(
    () => confirmationFault.value !== null || hasSpeechFault(form.speech, { name: form.name, number: inbox().number }),
  )
  const refusedField = computed(() => error.value?.details['field'])

  watch(inbox, adopt)

  function adopt(stored: Inbox): void {
    const [before, now] = [known, write(stored)]
    const isUntouched = (name: keyof typeof now) => JSON.stringify(form[name]) === JSON.stringify(before[name])
    const untouched = Object.entries(now).filter(([name]) => isUntouched(name as keyof typeof now))
    Object.assign(form, Object.fromEntries(untouched))
    known = now
  }

  async function save(): Promise<void> {
    const sent = { ...form, words: { ...form.words }, speech: { ...form.speech } }
    isBusy.value = true
    error.value = null
    isSaved.value = false
    try {
      const taken = await changeInbox(inbox().id, read(sent))
      // As it was taken: the desk trims and folds. What was written on meanwhile stays.
      known = sent
      adopt(taken)
      isSaved.value = JSON.stringify(form) === JSON.stringify(known)
      for (const queryKey of [queryKeys.inboxes, queryKeys.lists]) void queries.invalidateQueries({ queryKey })
    } catch (thrown) {
      error.value = asApiError(thrown)
    } finally {
      isBusy.value = false
    }
  }

  return { form, confirmationFault, hasFault, error, refusedField, isBusy, isSaved, save }
}

function write(inbox: Inbox) {
  const { out, in: back, help } = inbox.optOutWords
  return {
    name: inbox.name,
    template: inbox.confirmationTemplate,
    hours: String(inbox.reopenHours),
    thanksStayClosed: inbox.thanksStayClosed,
    words: { out: writeWords(out), in: writeWords(back), help: writeWords(help) },
    answersKeywords: inbox.answersKeywords,
    speech: writeSpeech(inbox),
    automaticTexts: String(inbox.automaticTextsPerHour),
    textsPerSecond: String(inbox.textsPerSecond),
  }
}

function read({
  name,
  template,
  hours,
  thanksStayClosed,
  words,
  answersKeywords,
  speech,
  ...sending
}: ReturnType<typeof write>) {
  return {
    name: name.trim(),
    confirmationTemplate: template,
    reopenHours: Number(hours),
    thanksStayClosed,
    optOutWords: { out: readWords(words.out), in: readWords(words.in), help: readWords(words.help) },
    answersKeywords,
    ...readSpeech(speech),
    automaticTextsPerHour: Number(sending.automaticTexts),
    textsPerSecond: Number(sending.textsPerSecond),
  }
}
