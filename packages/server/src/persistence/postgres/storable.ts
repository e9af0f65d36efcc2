/** PostgreSQL's text cannot hold U+0000. What came with one shows the sign for it instead, and loses nothing else. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u2400') : value
}
