import { describe, expect, it } from 'vitest'
import { PASSWORD, PeopleDesk, VISITOR } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { PrepareSetUp } from './prepare-set-up.ts'
import { ReadSetUpState } from './read-set-up-state.ts'
import { SetUpDesk } from './set-up-desk.ts'

const olga = { name: ' Olga ', email: ' Olga@Example.com ', password: PASSWORD }

function open() {
  const desk = PeopleDesk.empty()
  const prepare = () => new PrepareSetUp(desk.deps).execute()
  const setUp = (code: string | null, codeWaived = false) =>
    new SetUpDesk(desk.deps).execute({ ...olga, code, codeWaived, visitor: VISITOR })
  const isRequired = async () => (await new ReadSetUpState(desk.deps).execute()).required
  return { desk, prepare, setUp, isRequired }
}

describe('setting up the desk', () => {
  it('makes the owner with the code of the start, and signs them in', async () => {
    const { desk, prepare, setUp, isRequired } = open()
    const { code } = await prepare()
    expect(await isRequired()).toBe(true)

    const { token, agent } = await setUp(code)

    expect(agent).toMatchObject({ name: 'Olga', email: 'olga@example.com', role: 'owner', disabledAt: null })
    expect(await desk.whoIs(token)).toBe('Olga')
    expect(await desk.audited()).toEqual(['desk.set-up'])
    expect(await isRequired()).toBe(false)
  })

  it('takes the code however it is typed', async () => {
    const { prepare, setUp } = open()
    const { code } = await prepare()
    expect(await refusalOf(setUp(` ${code?.toLowerCase().replace('-', ' ')} `))).toBe('done')
  })

  it('keeps no code, only its digest', async () => {
    const { desk, prepare } = open()
    const { code } = await prepare()
    const stored = await desk.memory.unitOfWork.run(({ settings }) => settings.get('set-up-code-digest'))
    expect(stored).toBe(desk.deps.secrets.digest(code?.replace('-', '') ?? ''))
  })

  it('refuses a wrong code, none, and one from many starts ago', async () => {
    const { prepare, setUp, isRequired } = open()
    const earlier = await prepare()
    for (let start = 0; start < 8; start += 1) await prepare()
    for (const code of ['WRONG-CODE', '', null, earlier.code])
      expect(await refusalOf(setUp(code))).toBe('set-up-code-wrong')
    expect(await isRequired()).toBe(true)
  })

  it('takes the code of any server that was started on it lately', async () => {
    for (const chosen of [0, 1, 7]) {
      const { prepare, setUp } = open()
      const starts = await Promise.all(Array.from({ length: 8 }, prepare))
      expect(await refusalOf(setUp(starts[chosen]?.code ?? null))).toBe('done')
    }
  })

  it('needs no code where it is waived', async () => {
    const { prepare, setUp } = open()
    await prepare()
    expect(await refusalOf(setUp(null, true))).toBe('done')
  })

  it('works once, also for two at the same moment', async () => {
    const { desk, prepare, setUp } = open()
    await prepare()
    const refusals = await Promise.all([refusalOf(setUp(null, true)), refusalOf(setUp(null, true))])
    expect(refusals.sort()).toEqual(['already-set-up', 'done'])
    expect(await desk.memory.deskQueries.listAgents()).toHaveLength(1)
    expect(await prepare()).toEqual({ required: false, code: null })
    expect(await refusalOf(setUp(null, true))).toBe('already-set-up')
  })
})
