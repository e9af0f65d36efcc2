const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

const EXTENSION = new Set('\f^{}\\[~]|€')

/** Septets a code point takes in GSM 03.38: 1, 2 (an escape pair), or 0 when the alphabet does not have it. */
export function septets(char: string): 0 | 1 | 2 {
  if (BASIC.has(char)) return 1
  return EXTENSION.has(char) ? 2 : 0
}

export function isGsm(text: string): boolean {
  for (const char of text) if (septets(char) === 0) return false
  return true
}
