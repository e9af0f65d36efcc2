import type { FastifyError } from 'fastify'

/** Which field is wrong and what it has to be, without repeating what was sent. */
export function validationDetail(error: FastifyError): string {
  const [first] = error.validation ?? []
  if (!first) return 'The request does not have the expected form.'
  const place = error.validationContext === 'body' ? '' : ` in the ${error.validationContext ?? 'request'}`
  return `${subject(first.instancePath, first.params)} ${first.message ?? 'is not valid'}${place}.`
}

function subject(instancePath: string, params: Record<string, unknown>): string {
  const fields = [params['requiredProperties'], params['additionalProperties']].flat().filter((name) => typeof name === 'string')
  const path = instancePath.split('/').filter(Boolean).join('.')
  const named = fields.length > 0 ? `"${[path, fields.join('", "')].filter(Boolean).join('.')}"` : `"${path}"`
  return path === '' && fields.length === 0 ? 'The body' : named
}
