import type { FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'

/** With two of them, a proxy and the desk may each believe another one (RFC 9112, 3.2). */
export async function requireOneHost({ raw }: FastifyRequest): Promise<void> {
  const names = raw.rawHeaders.filter((_, index) => index % 2 === 0)
  if (names.filter((name) => name.toLowerCase() === 'host').length > 1)
    throw new HttpProblem(400, 'invalid-input', 'The request names two hosts. Send one Host header.')
}
