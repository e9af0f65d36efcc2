const RIGHT_TO_LEFT = /[\u0590-\u08FF]/
const FIELDS = 'textarea:not([dir]), input:not([type]):not([dir]), input[type="search"]:not([dir])'
const ISOLATED = /\u2068[^\u2069]*\u2069/g

/**
 * Words from right to left that would turn what stands beside them: neither alone in an element with a direction of its
 * own, nor isolated within a sentence. And fields that do not take the direction of what is typed.
 */
export function turnedAround(root: ParentNode): string[] {
  const elements = [...root.querySelectorAll('*')]
  const loose = elements.flatMap((element) => ownTexts(element).filter((text) => isLoose(element, text)))
  const fields = elements.filter((element) => element.matches(FIELDS))
  return [...loose, ...fields.map((field) => `${field.tagName} ${field.getAttribute('aria-label') ?? ''}`)]
}

/** What an element says itself, not through its children. */
function ownTexts(element: Element): string[] {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
}

function isLoose(element: Element, text: string): boolean {
  if (!RIGHT_TO_LEFT.test(text.replaceAll(ISOLATED, ''))) return false
  if (element.closest('.sr-only')) return false
  const own = element.closest('bdi, [dir]')
  // "ltr" would show Arabic in the order of its words reversed.
  return own === null || own.getAttribute('dir') === 'ltr'
}
