import { RemovedPractice } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deletePracticeTickets: Route = (app, api) => {
  app.delete(
    '/api/practice-tickets',
    {
      schema: {
        summary: 'Remove every ticket of the simulated numbers',
        description: 'With their texts, and with contacts that have no other ticket. It cannot be undone.',
        response: { 200: RemovedPractice },
      },
      config: { access: 'owner' },
    },
    async (request) => ({ ...(await api.removePracticeTickets.execute({ agentId: signedIn(request).agent.id })) }),
  )
}
