import { Nothing, PhoneParams, PhoneTextBody } from '../../contract/index.ts'
import { HttpProblem } from '../../problem.ts'
import type { Route } from '../../route.ts'
import { simulatedInbox } from './simulated-inbox.ts'

export const postPhoneMessage: Route = (app, api) => {
  app.post(
    '/api/simulator/phones/:number/messages',
    {
      schema: {
        summary: 'Text the desk from a simulated phone',
        description: 'Goes the way of every text: a signed request to the webhook.',
        params: PhoneParams,
        body: PhoneTextBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { number: to } = await simulatedInbox(api)
      const text = api.simulatedWebhooks.text({ from: request.params.number, to, body: request.body.body })
      const answer = await app.inject(text)
      if (answer.statusCode !== 200) {
        const { code, detail } = answer.json()
        throw new HttpProblem(answer.statusCode, code, detail)
      }
      return reply.code(204).send(null)
    },
  )
}
