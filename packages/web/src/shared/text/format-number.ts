// ITU-T E.164 country codes of one and two digits; all the others have three.
const COUNTRY = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/

/** A phone number in groups that can be read aloud: "+1 202 555 0101". Anything else stays as it is. */
export function formatNumber(address: string): string {
  const match = COUNTRY.exec(address)
  if (!match?.[1] || !match[2]) return address
  return `+${match[1]} ${inGroups(match[2])}`
}

function inGroups(digits: string): string {
  if (digits.length <= 4) return digits
  return `${digits.slice(0, 3)} ${inGroups(digits.slice(3))}`
}
