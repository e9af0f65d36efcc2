import { Health } from '../../contract/index.ts'
import type { Route } from '../../route.ts'

export const getHealth: Route = (app) => {
  app.get(
    '/healthz',
    {
      schema: { summary: 'Whether the process is alive', response: { 200: Health } },
      config: { access: 'public', origin: 'any', loadShedding: false, rateLimit: false },
    },
    async () => ({ status: 'ok' as const }),
  )
}
