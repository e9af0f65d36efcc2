import type { OptOutWords } from './opt-out-words.ts'

/** Words that nobody texts alone for another reason. */
const EVERYWHERE: OptOutWords = {
  out: ['stop', 'stopall', 'stop all', 'unsubscribe', 'optout', 'opt out'],
  in: ['start'],
  help: ['help'],
}

/**
 * What US and Canadian carriers insist on, ordinary words among them.
 *
 * US: 47 CFR 64.1200(a)(10) names stop, quit, end, revoke, opt out, cancel and unsubscribe; the carriers' own lists add
 * stopall and remove (AWS End User Messaging, "Required opt-out keywords"; Twilio, "Support for opt-out keywords").
 * Canada, which shares the prefix: STOP, ARRET, HELP, AIDE and INFO (Canadian Common Short Code Application Guidelines 3.9).
 */
const NORTH_AMERICA: OptOutWords = {
  out: [...EVERYWHERE.out, 'cancel', 'end', 'quit', 'revoke', 'remove', 'arret'],
  in: ['start', 'unstop'],
  help: ['help', 'info', 'aide'],
}

/**
 * By calling code, which are prefix-free, so the first that fits is the only one.
 *
 * German: STOP or STOPP, also with ALL (code of conduct of the Swiss mobile carriers, published by the BAKOM; ombudscom).
 * French: ARRET (Canada as above) and what Twilio takes for it, ARRETE and ARRETT; STOP itself in France (AF2M, CNIL).
 * Spanish: BAJA (Spanish code of conduct for SMS services, BOE-A-2009-12439); SALIR (Colombia, CRC).
 * Dutch: UIT beside STOP (SMS-gedragscode of 2009). Portuguese: SAIR (Anatel for Brazil; DECO for Portugal).
 * Italian: ANNULLA (AGCOM 108/19/CONS), an ordinary word in a support chat like the Portuguese and Spanish CANCELAR: an
 * agent decides about those (see stop-request.ts).
 */
const LOCAL: readonly (readonly [prefixes: readonly string[], words: readonly string[]])[] = [
  [
    ['+33', '+377'],
    ['arret', 'arrete', 'arrett'],
  ],
  [['+32'], ['arret', 'arrete', 'uit', 'halt', 'stopp']],
  [['+352'], ['arret', 'arrete', 'halt', 'stopp']],
  [['+41'], ['arret', 'arrete', 'halt', 'stopp', 'stopp all']],
  [
    ['+49', '+43', '+423'],
    ['halt', 'stopp', 'stopp all'],
  ],
  [['+31'], ['uit', 'stop uit']],
  [['+46', '+47'], ['stopp']],
  [
    ['+34', '+51', '+52', '+54', '+56', '+57', '+58', '+591', '+593', '+595', '+598'],
    ['baja', 'salir', 'parar', 'detener'],
  ],
  [
    ['+502', '+503', '+504', '+505', '+506', '+507'],
    ['baja', 'salir', 'parar', 'detener'],
  ],
  [
    ['+55', '+351'],
    ['parar', 'sair'],
  ],
]

/** Ordinary words such as "end" or "cancel" opt nobody out of a support chat, except where carriers insist. */
export function defaultWords(inboxNumber: string): OptOutWords {
  if (inboxNumber.startsWith('+1')) return NORTH_AMERICA
  const local = LOCAL.find(([prefixes]) => prefixes.some((prefix) => inboxNumber.startsWith(prefix)))
  return local ? { ...EVERYWHERE, out: [...EVERYWHERE.out, ...local[1]] } : EVERYWHERE
}
