import { describe, expect, it } from 'vitest'
import { aContact } from './builders.ts'
import { MemoryDesk } from './memory/memory-desk.ts'
import { runWorkTwice } from './run-work-twice.ts'
import { describeDesk } from './suites/describe-desk.ts'

describeDesk('memory', async () => new MemoryDesk())

describe('memory, stricter than the contract', () => {
  it('refuses a unit of work that did not await its repository, and undoes it', async () => {
    const { unitOfWork } = new MemoryDesk()
    const contact = aContact()
    const forgetful = unitOfWork.run(async ({ contacts }) => {
      void contacts.add(contact)
    })
    await expect(forgetful).rejects.toThrow('an await is missing')
    expect(await unitOfWork.run(({ contacts }) => contacts.find(contact.id))).toBeNull()
  })
})

describe('running units of work twice', () => {
  it('shows a side effect, and stores the work once', async () => {
    const unitOfWork = runWorkTwice(new MemoryDesk().unitOfWork)
    const contact = aContact()
    let runs = 0
    const added = await unitOfWork.run(({ contacts }) => {
      runs += 1
      return contacts.add(contact)
    })
    expect({ runs, added }).toEqual({ runs: 2, added: true })
  })
})
