import type { Api } from '../../api.ts'
import { Readiness } from '../../contract/index.ts'
import type { Route } from '../../route.ts'

export const getReadiness: Route = (app, api) => {
  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Whether the desk can do its work',
        description: 'The database can be read and written, and texts are being sent.',
        response: { 200: Readiness, 503: Readiness },
      },
      config: { access: 'public', origin: 'any', loadShedding: false, rateLimit: false },
    },
    async (_request, reply) => {
      const checks = { database: word(await answers(api)), dispatcher: word(api.instruments.isDispatching()) }
      const ready = checks.database === 'ok' && checks.dispatcher === 'ok'
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks })
    },
  )
}

function word(good: boolean): 'ok' | 'failing' {
  return good ? 'ok' : 'failing'
}

/** A text is only as safe as it can be stored: reading alone proves nothing. */
async function answers({ deskQueries, instruments }: Api): Promise<boolean> {
  try {
    await deskQueries.listInboxes()
    return await instruments.isWritable()
  } catch {
    return false
  }
}
