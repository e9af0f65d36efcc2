import { TypeOverrides, types } from 'pg'

/** Moments and counters: all far below 2^53. */
export function bigIntegersAsNumbers(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(types.builtins.INT8, Number)
  return overrides
}
