import type { Config } from '../config.ts'
import { isLoopbackHost } from '../http/loopback.ts'

/**
 * Nothing leads here from outside this computer, as far as the settings tell. A tunnel may pass on what a stranger sends as if
 * it came from here, so once there is one nobody is taken for the person at the machine.
 */
export function isLocalOnly({ publicUrl, trustProxy }: Pick<Config, 'publicUrl' | 'trustProxy'>): boolean {
  return isLoopbackHost(new URL(publicUrl).hostname) && (trustProxy === false || trustProxy.length === 0)
}
