interface Around {
  readonly before?: (args: readonly unknown[]) => void
  /** Not called when the method failed. */
  readonly after?: (result: unknown, args: readonly unknown[]) => void
}

/** Does something around a method of every object of a class, from outside: the class knows nothing of it. */
export function decorate<T extends object>(type: { readonly prototype: T }, method: keyof T, around: Around): void {
  const prototype = type.prototype as Record<keyof T, unknown>
  const original = prototype[method] as (...args: unknown[]) => unknown
  prototype[method] = function decorated(this: T, ...args: unknown[]): unknown {
    around.before?.(args)
    const result = original.apply(this, args)
    if (!(result instanceof Promise)) {
      around.after?.(result, args)
      return result
    }
    return result.then((value) => {
      around.after?.(value, args)
      return value
    })
  }
}
