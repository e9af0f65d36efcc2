import { Authenticate } from '../src/app/accounts/authenticate.ts'
import { SignIn } from '../src/app/accounts/sign-in.ts'
import type { Agent } from '../src/domain/agent/agent.ts'
import type { Change } from '../src/ports/change-feed.ts'
import { anAgent } from './builders.ts'
import { FakePasswordHasher } from './fakes/fake-password-hasher.ts'
import { FakePasswordJudge } from './fakes/fake-password-judge.ts'
import { FakeSecrets } from './fakes/fake-secrets.ts'
import { FixedClock } from './fakes/fixed-clock.ts'
import { SequentialIds } from './fakes/sequential-ids.ts'
import { MemoryDesk } from './memory/memory-desk.ts'
import { runWorkTwice } from './run-work-twice.ts'

/** Of a browser that has never been here. */
export const VISITOR = { networkAddress: '192.0.2.1', deviceToken: null, deviceLabel: null } as const
export const PASSWORD = 'correct horse battery'

/** A desk in memory with an owner and an agent who can sign in, for specs of the use cases about people. */
export class PeopleDesk {
  readonly memory = new MemoryDesk()
  readonly clock = new FixedClock()
  readonly changes: Change[] = []
  readonly deps = {
    unitOfWork: runWorkTwice(this.memory.unitOfWork),
    deskQueries: this.memory.deskQueries,
    clock: this.clock,
    ids: new SequentialIds(),
    secrets: new FakeSecrets(),
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
  }
  readonly owner = anAgent({
    name: 'Olga',
    email: 'olga@example.com',
    role: 'owner',
    passwordHash: `hash:1:${PASSWORD}`,
  })
  readonly agent = anAgent({ name: 'Ana', email: 'ana@example.com', role: 'agent', passwordHash: `hash:2:${PASSWORD}` })
  readonly #signIn = new SignIn(this.deps)
  readonly #authenticate = new Authenticate(this.deps)

  private constructor() {
    this.memory.changeFeed.subscribe((changes) => this.changes.push(...changes))
  }

  static empty(): PeopleDesk {
    return new PeopleDesk()
  }

  static async open(): Promise<PeopleDesk> {
    const desk = new PeopleDesk()
    await desk.add(desk.owner)
    await desk.add(desk.agent)
    return desk
  }

  async add(agent: Agent): Promise<Agent> {
    await this.memory.unitOfWork.run((desk) => desk.agents.add(agent))
    return agent
  }

  find(id: string): Promise<Agent | null> {
    return this.memory.unitOfWork.run((desk) => desk.agents.find(id))
  }

  /** Answers the session's token. */
  async signIn(email: string, password: string = PASSWORD, networkAddress = '192.0.2.1'): Promise<string> {
    const attempt = { ...VISITOR, networkAddress, email, password, previousToken: null }
    return (await this.#signIn.execute(attempt)).token
  }

  /** The name of whoever the token lets in. */
  async whoIs(token: string, touch = false): Promise<string | null> {
    return (await this.#authenticate.execute({ token, touch }))?.agent.name ?? null
  }

  /** The verbs of the audit log, oldest first. */
  async audited(): Promise<string[]> {
    return (await this.memory.readAudit()).map(({ what }) => what)
  }
}
