// Given to a server process with `node --import`: names under .tunnel.example lead to the tunnel at FAKE_TUNNEL_URL.
const tunnel = process.env['FAKE_TUNNEL_URL']
if (!tunnel) throw new Error('FAKE_TUNNEL_URL is missing. Set it to the address of the fake tunnel.')
const original = globalThis.fetch

globalThis.fetch = (input, init) => {
  const { hostname, pathname, search } = new URL(input instanceof Request ? input.url : input)
  if (!hostname.endsWith('.tunnel.example')) return original(input, init)
  const headers = new Headers(init?.headers)
  headers.set('x-forwarded-host', hostname)
  return original(new URL(pathname + search, tunnel), { ...init, headers })
}
