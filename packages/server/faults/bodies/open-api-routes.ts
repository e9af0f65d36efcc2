import type { ApiRoute } from './any-api-request.ts'

export interface KnownDesk {
  readonly url: string
  /** The cookie of a session. */
  readonly session: string
  /** Of contacts, inboxes and agents that are there. */
  readonly ids: readonly string[]
  readonly routes: readonly ApiRoute[]
}

const OWNER = { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' }
/** What ends the session, what hashes a password for every request, and what never ends. */
const LEFT_OUT = /^\/api\/(session|setup|events|invites|practice|agents\/me)/

/** Makes the owner of a new desk, and asks the desk for its routes and for what they can be asked about. */
export async function exploreDesk(url: string, code: string): Promise<KnownDesk> {
  const headers = { 'content-type': 'application/json', origin: url }
  const made = await fetch(`${url}/api/setup`, { method: 'POST', headers, body: JSON.stringify({ ...OWNER, code }) })
  const session = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const get = async (path: string) => (await fetch(url + path, { headers: { cookie: session } })).json()
  const { paths } = (await get('/api/openapi.json')) as { paths: Record<string, Record<string, unknown>> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
  const { items } = (await get('/api/tickets?view=all')) as {
    items: { contact: { id: string }; inbox: { id: string } }[]
  }
  const ids = items.flatMap(({ contact, inbox }) => [contact.id, inbox.id])
  return { url, session, ids, routes: routes.filter(({ path }) => path.startsWith('/api/') && !LEFT_OUT.test(path)) }
}
