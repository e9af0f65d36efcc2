// npm run pack [FOLDER]
import { resolve } from 'node:path'
import { at } from '../places.mjs'
import { fail, step } from '../say.mjs'
import { pack } from './pack.mjs'

const folder = resolve(process.argv[2] ?? at('dist/textdesk'))

try {
  await step('Packing the desk', () => pack(folder))
  console.log(`The packed desk is in ${folder}. It needs Node 22 or newer: ${folder}/textdesk starts it.`)
} catch (error) {
  fail(error)
}
