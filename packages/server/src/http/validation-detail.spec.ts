import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { Body } from './contract/index.ts'
import { validationDetail } from './validation-detail.ts'

const body = Body({
  name: Type.String({ pattern: '\\S' }),
  role: Type.Optional(Type.Union([Type.Literal('owner'), Type.Literal('agent')])),
  inner: Type.Optional(Body({ hours: Type.Integer({ minimum: 1 }) })),
})
const querystring = Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 100 })) })

describe('validationDetail', () => {
  it.each([
    ['/', {}, '"name" is missing.'],
    ['/', { name: 'Ana', role: 'king' }, '"role" must be "owner" or "agent".'],
    ['/', { name: 'Ana', age: 1, size: 2 }, '"age", "size" are not known here.'],
    ['/', { name: 'Ana', inner: { hours: 1, days: 2 } }, '"inner.days" is not known here.'],
    ['/', { name: 'Ana', inner: { hours: 0 } }, '"inner.hours" must be >= 1.'],
    ['/', { name: 5 }, '"name" must be string.'],
    ['/', { name: ' ' }, '"name" does not have the expected form.'],
    ['/', [], 'The request must be object.'],
    ['/?limit=101', { name: 'Ana' }, '"limit" must be <= 100 (querystring).'],
  ])('says of %s %j: %s', async (url, payload, detail) => {
    const app = Fastify()
    app.setValidatorCompiler(TypeBoxValidatorCompiler)
    app.setErrorHandler((error: Parameters<typeof validationDetail>[0], _request, reply) =>
      reply.send(validationDetail(error)),
    )
    app.post('/', { schema: { body, querystring } }, async () => 'taken')
    expect((await app.inject({ method: 'POST', url, payload })).body).toBe(detail)
  })
})
