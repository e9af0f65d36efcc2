import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'

const forPrograms = /^\/(api|webhooks?|healthz|readyz|metrics|assets)(\/|$)/

/** The agents' page: its files, and itself for every other path, since it routes by path. */
export async function servePage(app: DeskApp, folder: string): Promise<void> {
  const page = readPage(folder)
  const files = { root: folder, cacheControl: false, preCompressed: true, setHeaders: setCaching }
  if (page) await app.register(fastifyStatic, files)
  app.get('/admin', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/'))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    if (!wantsPage(request)) throw new HttpProblem(404, 'not-found', `There is nothing to ${request.method} here.`)
    if (!page)
      throw new HttpProblem(404, 'page-not-built', 'The page has not been built. Start the desk with npm start.')
    return reply.code(200).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

function readPage(folder: string): Buffer | null {
  const file = join(folder, 'index.html')
  return existsSync(file) ? readFileSync(file) : null
}

function wantsPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '/'
  return (method === 'GET' || method === 'HEAD') && !forPrograms.test(path)
}

/** Names of built files hold a hash of their content; everything else must be asked for again. */
function setCaching(reply: { header(name: string, value: string): unknown }, path: string): void {
  const hashed = path.includes(`${sep}assets${sep}`)
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
