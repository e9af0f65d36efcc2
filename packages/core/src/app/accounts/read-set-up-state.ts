import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { isSetUp } from './set-up-code.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
}

export class ReadSetUpState {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(): Promise<{ required: boolean }> {
    return { required: !(await this.#deps.unitOfWork.run((desk) => isSetUp(desk.settings))) }
  }
}
