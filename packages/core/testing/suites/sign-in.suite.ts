import { describe, expect, it } from 'vitest'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent } from './scene.ts'

export function describeSessionRepository(open: OpenDesk): void {
  describe('sessions', () => {
    const desk = useDesk(open)
    const sessionOf = (agentId: string, tokenDigest: string) => ({
      tokenDigest,
      agentId,
      createdAt: START,
      lastSeenAt: START + 1,
      label: 'Firefox on Windows',
    })
    const find = (digest: string) => desk.run(({ sessions }) => sessions.find(digest))

    it('keeps, saves and removes', async () => {
      const session = sessionOf((await storeAgent(desk)).id, 'digest')
      await desk.run(({ sessions }) => sessions.add(session))
      expect(await find('digest')).toEqual(session)
      await desk.run(({ sessions }) => sessions.save({ ...session, lastSeenAt: START + 9 }))
      expect(await find('digest')).toEqual({ ...session, lastSeenAt: START + 9 })
      await desk.run(({ sessions }) => sessions.remove('digest'))
      expect(await find('digest')).toBeNull()
      await desk.run(({ sessions }) => sessions.remove('digest'))
    })

    it("ends an agent's sessions, but the one excepted and nobody else's", async () => {
      const [agent, other] = [await storeAgent(desk), await storeAgent(desk)]
      await desk.run(async ({ sessions }) => {
        for (const digest of ['one', 'two', 'three']) await sessions.add(sessionOf(agent.id, digest))
        await sessions.add(sessionOf(other.id, 'other'))
        await sessions.removeForAgent(agent.id, 'two')
      })
      const left = async () => {
        const found = []
        for (const digest of ['one', 'two', 'three', 'other']) if (await find(digest)) found.push(digest)
        return found
      }
      expect(await left()).toEqual(['two', 'other'])
      await desk.run(({ sessions }) => sessions.removeForAgent(agent.id, null))
      expect(await left()).toEqual(['other'])
    })
  })
}

export function describeInviteRepository(open: OpenDesk): void {
  describe('invites', () => {
    const desk = useDesk(open)

    it("keeps an invite until the agent's are removed", async () => {
      const [agent, other] = [await storeAgent(desk), await storeAgent(desk)]
      const inviteOf = (agentId: string, tokenDigest: string) => ({
        tokenDigest,
        agentId,
        createdAt: START,
        expiresAt: START + 5,
      })
      const find = (digest: string) => desk.run(({ invites }) => invites.findByDigest(digest))
      await desk.run(async ({ invites }) => {
        await invites.add(inviteOf(agent.id, 'one'))
        await invites.add(inviteOf(other.id, 'other'))
      })
      expect(await find('one')).toEqual(inviteOf(agent.id, 'one'))
      await desk.run(({ invites }) => invites.removeForAgent(agent.id))
      expect(await find('one')).toBeNull()
      expect(await find('other')).toEqual(inviteOf(other.id, 'other'))
    })
  })
}

export function describeSignInFailureRepository(open: OpenDesk): void {
  describe('sign-in failures', () => {
    const desk = useDesk(open)
    const find = (key: string) => desk.run(({ signInFailures }) => signInFailures.find(key))

    it('counts by key and remembers the last time, until cleared', async () => {
      await desk.run(async ({ signInFailures }) => {
        await signInFailures.record('a', START)
        await signInFailures.record('a', START + 5)
        await signInFailures.record('b', START + 7)
      })
      expect(await find('a')).toEqual({ count: 2, lastAt: START + 5 })
      await desk.run(({ signInFailures }) => signInFailures.clear('a'))
      expect(await find('a')).toBeNull()
      expect(await find('b')).toEqual({ count: 1, lastAt: START + 7 })
    })

    it('forgets what did not fail for long', async () => {
      await desk.run(async ({ signInFailures }) => {
        await signInFailures.record('old', START - 1)
        await signInFailures.record('new', START)
        await signInFailures.forget(START)
      })
      expect([await find('old'), await find('new')]).toEqual([null, { count: 1, lastAt: START }])
    })

    it('loses no failure of many at once', async () => {
      const failing = Array.from({ length: 8 }, () => desk.run((opened) => opened.signInFailures.record('a', START)))
      await Promise.all(failing)
      expect(await find('a')).toEqual({ count: 8, lastAt: START })
    })
  })
}

export function describeSettingRepository(open: OpenDesk): void {
  describe('settings', () => {
    const desk = useDesk(open)

    it('keeps one value for each key, the latest', async () => {
      await desk.run(async ({ settings }) => {
        await settings.set('set-up-code-digest', 'first')
        await settings.set('set-up-code-digest', 'second')
      })
      expect(await desk.run(({ settings }) => settings.get('set-up-code-digest'))).toBe('second')
      expect(await desk.run(({ settings }) => settings.get('set-up-done-at'))).toBeNull()
    })

    it('adds what has no value, for one of those who add it at once', async () => {
      const add = (value: string) => desk.run(({ settings }) => settings.add('set-up-done-at', value))
      const values = ['1', '2', '3']
      const added = await Promise.all(values.map(add))
      const kept = await desk.run(({ settings }) => settings.get('set-up-done-at'))
      expect(values.filter((_, place) => added[place])).toEqual([kept])
      expect(await add('4')).toBe(false)
    })

    it('lets those who change a value at once do so one after another', async () => {
      await desk.run(({ settings }) => settings.add('set-up-code-digest', ''))
      const append = (letter: string) =>
        desk.run(async ({ settings }) => {
          await settings.set('set-up-code-digest', (await settings.getForChange('set-up-code-digest')) + letter)
        })
      await Promise.all(['a', 'b', 'c', 'd'].map(append))
      const letters = await desk.run(({ settings }) => settings.getForChange('set-up-code-digest'))
      expect([...(letters ?? '')].sort()).toEqual(['a', 'b', 'c', 'd'])
      expect(await desk.run(({ settings }) => settings.getForChange('set-up-done-at'))).toBeNull()
    })
  })
}
