const FIRST_AREA = 303

/** 555-01xx is kept for fiction under every area code. */
export function fictionalNumber(index: number): string {
  return `+1${FIRST_AREA + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`
}
