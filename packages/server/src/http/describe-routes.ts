import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Problem } from './contract/index.ts'
import type { DeskApp } from './route.ts'

/** OpenAPI 3.1 of all routes registered afterwards, and a page to read it. */
export async function describeRoutes(app: DeskApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Textdesk', version: '0.1.0', description: 'The API of a support desk for text messages.' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'textdesk_session' } } },
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { layout: 'BaseLayout', validatorUrl: null },
    theme: { title: 'Textdesk API' },
    logLevel: 'warn',
  })
}

/** What is true of every route is said once, here. */
export function describeRefusals(app: DeskApp): void {
  app.addHook('onRoute', (route) => {
    const { schema } = route
    if (!schema || schema.hide) return
    const response = {
      default: { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
    }
    schema.response = { ...response, ...(schema.response as object | undefined) }
    schema.tags ??= [route.url.split('/')[2] ?? 'desk']
    schema.security = route.config?.access === 'public' ? [] : [{ session: [] }]
  })
}
