interface Persona {
  readonly number: string
  /** What they are after, in two or three words. */
  readonly about: string
  readonly firstTexts: readonly string[]
}

/** Practice customers. Regulators keep these numbers free for fiction, so they can never be somebody's. */
export const personas: readonly [Persona, ...Persona[]] = [
  {
    number: '+12025550101',
    about: 'a late parcel',
    firstTexts: ['Where is my order? It should have come on Monday.', 'Hi, is anybody there'],
  },
  {
    number: '+12025550102',
    about: 'a wrong size',
    firstTexts: ['The shoes are too small. Can I swap them?', 'How do I send something back?'],
  },
  {
    number: '+12025550103',
    about: 'wants no texts',
    firstTexts: ['Who is this? I never ordered anything.', 'STOP'],
  },
  {
    number: '+61491570156',
    about: 'opening hours',
    firstTexts: ['Are you open on Sunday? 🙂', 'Do you have a shop in Perth?'],
  },
]

export function personaOf(number: string): Persona {
  return personas.find((persona) => persona.number === number) ?? personas[0]
}
