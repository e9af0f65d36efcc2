import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { isSetUp, keepCode, normaliseSetUpCode } from './set-up-code.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly secrets: Secrets
}

/** At every start of a server until the desk has an owner: a fresh code, of which only the digest is kept. */
export class PrepareSetUp {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(): Promise<{ required: boolean; code: string | null }> {
    const { unitOfWork, secrets } = this.#deps
    const code = secrets.setUpCode()
    const digest = secrets.digest(normaliseSetUpCode(code))
    return unitOfWork.run(async (desk) => {
      if (await isSetUp(desk.settings)) return { required: false, code: null }
      await keepCode(desk.settings, digest)
      return { required: true, code }
    })
  }
}
