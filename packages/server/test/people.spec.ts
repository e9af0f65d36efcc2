import { describe, expect, it } from 'vitest'
import { AGENT, invitePath, OWNER, openDesk, openEmptyDesk, PASSWORD } from './support/open-desk.ts'

describe('smoke', () => {
  it('opens', async () => {
    const desk = await openDesk()
    expect((await desk.agent.get('/api/session')).json()).toMatchObject({ agent: { name: 'Ana', state: 'active' }, desk: { simulated: true } })
  })
})
