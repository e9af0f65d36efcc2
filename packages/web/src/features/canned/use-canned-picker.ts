import { renderCannedReply } from '@textdesk/core/text'
import type { TicketSummary } from '@textdesk/server/contract'
import { computed, nextTick, type Ref, ref } from 'vue'
import { useCannedReplies } from '../../entities/canned-reply/canned-api.ts'
import { useSession } from '../../entities/session/session.ts'
import { useOptions } from '../../shared/ui/use-options.ts'
import { cannedQuery, findCanned } from './canned-search.ts'

interface PickerOf {
  readonly ticket: Ref<TicketSummary>
  readonly body: Ref<string>
  readonly isOn: Ref<boolean>
  readonly field: Readonly<Ref<HTMLTextAreaElement | null>>
}

/** Canned replies by "/" at the start of a reply; the field keeps the focus. */
export function useCannedPicker({ ticket, body, isOn, field }: PickerOf) {
  const session = useSession()
  const { data, isPending } = useCannedReplies()
  const caret = ref(0)
  /** The text for which the list was sent away. */
  const dismissed = ref<string | null>(null)

  const query = computed(() => (isOn.value ? cannedQuery(body.value, caret.value) : null))
  const isOpen = computed(() => query.value !== null && dismissed.value !== body.value)
  const found = computed(() => (isOpen.value ? findCanned(data.value?.items ?? [], query.value ?? '') : []))
  const list = useOptions({ options: found })
  const values = computed(() => ({
    name: ticket.value.contact.name,
    ticket: ticket.value.number,
    agent: session.agent?.name ?? '',
  }))
  const preview = computed(() => (list.active.value ? render(list.active.value.body) : null))
  /** Placeholders that would go out to the customer as they stand. */
  const leftOver = computed(() => (isOn.value ? render(body.value).unknown : []))

  function render(text: string) {
    return renderCannedReply(text, values.value)
  }

  function track(): void {
    caret.value = field.value?.selectionStart ?? 0
  }

  async function pick(text: string): Promise<void> {
    const { text: filled } = render(text)
    body.value = filled + body.value.slice(caret.value)
    caret.value = filled.length
    await nextTick()
    field.value?.focus()
    field.value?.setSelectionRange(filled.length, filled.length)
  }

  /** True where the key was for the list. */
  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen.value || event.isComposing) return false
    if (list.move(event)) return true
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isPlain && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      // Half a shortcut is never what the customer should get.
      if (list.active.value) void pick(list.active.value.body)
      return true
    }
    if (event.key !== 'Escape') return false
    event.preventDefault()
    dismissed.value = body.value
    return true
  }

  return { list, found, isOpen, isPending, query, preview, leftOver, track, pick, onKey }
}
