import type { FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'

const PLAIN = /^(0|[1-9]\d{0,15})$/
const places = ['params', 'querystring'] as const

/**
 * In an address a number has one spelling. The validator would also read 1.5, 0x1 and 1e3 as whole numbers, and one thing
 * would have many addresses. Holds for every route registered from here on.
 */
export function takePlainNumbersOnly(app: DeskApp): void {
  app.addHook('onRoute', (route) => {
    const numbers = places.flatMap((place) => integersOf(route.schema?.[place]).map((name) => ({ place, name })))
    if (numbers.length === 0) return
    const check = async (request: FastifyRequest) => {
      for (const { place, name } of numbers) requirePlain(request, place, name)
    }
    route.preValidation = [...[route.preValidation ?? []].flat(), check]
  })
}

function integersOf(schema: unknown): string[] {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { type?: string }> }
  return Object.entries(properties).flatMap(([name, { type }]) => (type === 'integer' ? [name] : []))
}

function requirePlain(request: FastifyRequest, place: (typeof places)[number], name: string): void {
  const values = (place === 'params' ? request.params : request.query) as Record<string, unknown>
  const value = values[name]
  if (value === undefined || (typeof value === 'string' && PLAIN.test(value))) return
  const detail = `"${name}" must be a whole number, written in digits (${place}).`
  throw new HttpProblem(400, 'invalid-input', detail)
}
