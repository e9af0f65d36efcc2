/** Overwrites every field, as far as it lets itself be overwritten. What is stored must not notice. */
export function deface(value: unknown): void {
  if (value === null || typeof value !== 'object') return
  for (const [key, part] of Object.entries(value)) {
    deface(part)
    Reflect.set(value, key, 'defaced')
  }
}
