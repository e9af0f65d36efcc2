import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './error-handler.ts'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'

const forPrograms = /^\/(api|webhooks?|healthz|readyz|metrics|assets)(\/|$)/

/** The agents' page: its files, and itself for every other path, since it routes by path. */
export async function servePage(app: DeskApp, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) await app.register(fastifyStatic, { root: folder, cacheControl: false, index: false, setHeaders: setCaching })
  app.get('/admin', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/'))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    if (!wantsPage(request)) return sendProblem(request, reply, noSuchRoute(request))
    if (!built) return sendProblem(request, reply, new HttpProblem(404, 'page-not-built', 'The page has not been built. Start the desk with npm start.'))
    return sendIndex(reply)
  })
}

function wantsPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '/'
  return (method === 'GET' || method === 'HEAD') && !forPrograms.test(path)
}

function sendIndex(reply: FastifyReply): FastifyReply {
  return reply.code(200).sendFile('index.html')
}

/** Names of built files hold a hash of their content; everything else must be asked for again. */
function setCaching(reply: { header(name: string, value: string): unknown }, path: string): void {
  const hashed = path.includes(`${sep}assets${sep}`)
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

function noSuchRoute({ method }: FastifyRequest): HttpProblem {
  return new HttpProblem(404, 'not-found', `There is nothing to ${method} here.`)
}
