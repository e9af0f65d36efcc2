import type { FastifyError } from 'fastify'

type Violation = NonNullable<FastifyError['validation']>[number]

/** Which field is wrong and what it has to be, without repeating what was sent. */
export function validationDetail({ validation = [], validationContext = 'body' }: FastifyError): string {
  const place = validationContext === 'body' ? '' : ` (${validationContext})`
  return `${missingFields(validation) ?? unknownFields(validation) ?? wrongField(validation)}${place}.`
}

function missingFields(violations: readonly Violation[]): string | null {
  const found = violations.find(({ keyword }) => keyword === 'required')
  return found ? `${fields(found, 'requiredProperties')} missing` : null
}

function unknownFields(violations: readonly Violation[]): string | null {
  const found = violations.find(({ keyword }) => keyword === 'additionalProperties')
  return found ? `${fields(found, 'additionalProperties')} not known here` : null
}

function fields({ instancePath, params }: Violation, key: string): string {
  const names = [params[key]].flat().filter((name) => typeof name === 'string')
  return `${names.map((name) => quote(`${instancePath}/${name}`)).join(', ')} ${names.length === 1 ? 'is' : 'are'}`
}

function wrongField(violations: readonly Violation[]): string {
  const [first] = violations
  if (!first) return 'The request does not have the expected form'
  const subject = first.instancePath === '' ? 'The request' : quote(first.instancePath)
  return `${subject} ${expectation(first, violations)}`
}

function expectation(first: Violation, violations: readonly Violation[]): string {
  const choices = violations.filter(
    ({ keyword, instancePath }) => keyword === 'const' && instancePath === first.instancePath,
  )
  if (choices.length > 0)
    return `must be ${choices.map(({ params }) => JSON.stringify(params['allowedValue'])).join(' or ')}`
  return first.keyword === 'pattern' ? 'does not have the expected form' : (first.message ?? 'is not valid')
}

function quote(instancePath: string): string {
  return `"${instancePath.split('/').filter(Boolean).join('.')}"`
}
