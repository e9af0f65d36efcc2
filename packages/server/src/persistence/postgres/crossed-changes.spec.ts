import { aContact, anAgent, START } from '@textdesk/core/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import type { Persistence } from '../persistence.ts'
import { openPostgresPersistence } from './open-postgres-persistence.ts'

let database: TestDatabase
let persistence: Persistence

beforeAll(async () => {
  database = await makeTestDatabase()
  persistence = await openPostgresPersistence({ connectionString: database.url, warn: () => {} })
})
afterAll(async () => {
  await persistence.close()
  await database.remove()
})

it('an owner disables an agent while that agent changes the password: both happen', async () => {
  const { unitOfWork } = persistence
  const agent = anAgent()
  await unitOfWork.run(({ agents }) => agents.add(agent))
  await unitOfWork.run(async ({ agents }) => {
    const found = await agents.find(agent.id)
    await unitOfWork.run((other) => other.agents.save({ ...agent, disabledAt: START }))
    if (found) await agents.save({ ...found, passwordHash: 'another' })
  })
  const both = { disabledAt: START, passwordHash: 'another' }
  expect(await unitOfWork.run(({ agents }) => agents.find(agent.id))).toMatchObject(both)
})

it('one agent blocks a contact while another writes the note: both happen', async () => {
  const { unitOfWork } = persistence
  const contact = aContact()
  await unitOfWork.run(({ contacts }) => contacts.add(contact))
  await unitOfWork.run(async ({ contacts }) => {
    const found = await contacts.findByAddress(contact.address)
    await unitOfWork.run((other) => other.contacts.save({ ...contact, blockedAt: START }))
    if (found) await contacts.save({ ...found, note: 'Rings at night' })
  })
  const both = { blockedAt: START, note: 'Rings at night' }
  expect(await unitOfWork.run(({ contacts }) => contacts.find(contact.id))).toMatchObject(both)
})
