import { SetUpState } from '../../contract/index.ts'
import { isAtTheMachine } from '../../loopback.ts'
import type { Route } from '../../route.ts'

export const getSetUp: Route = (app, api) => {
  app.get(
    '/api/setup',
    {
      schema: { summary: 'Whether the desk still needs its owner', response: { 200: SetUpState } },
      config: { access: 'public' },
    },
    async (request) => {
      const { required } = await api.readSetUpState.execute()
      return { required, codeRequired: required && !(api.facts.localOnly && isAtTheMachine(request)) }
    },
  )
}
