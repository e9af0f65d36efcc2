import { expect, it } from 'vitest'
import { draftPreview } from './draft-preview.ts'

it.each([
  ['/', ''],
  [' /hours ', ''],
  [' \n ', ''],
  ['On its way ', 'On its way'],
  ['/hours are on our page', '/hours are on our page'],
  ['and/or', 'and/or'],
])('of the draft "%s" a list shows "%s"', (body, shown) => {
  expect(draftPreview(body)).toBe(shown)
})
