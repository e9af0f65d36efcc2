import { beforeEach, describe, expect, it } from 'vitest'
import { KeyRegistry } from './key-registry.ts'
import { type ShortcutId, shortcutIds, shortcuts } from './shortcuts.ts'

let registry: KeyRegistry
let ran: ShortcutId[]

function press(key: string, target: EventTarget = document.body, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...init })
  const listen = (heard: Event): void => registry.handle(heard as KeyboardEvent)
  document.addEventListener('keydown', listen)
  target.dispatchEvent(event)
  document.removeEventListener('keydown', listen)
  return event
}

function type(id: ShortcutId): void {
  for (const key of shortcuts[id].keys.replaceAll('[Shift]+', '').split(' ')) press(key)
}

function field(markup: string): Element {
  document.body.innerHTML = markup
  return document.querySelector('[data-target]') ?? document.body
}

describe('KeyRegistry', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    registry = new KeyRegistry()
    ran = []
    for (const id of shortcutIds) registry.register(id, () => ran.push(id))
  })

  it.each(shortcutIds)('%s runs by its own keys and nothing else runs with it', (id) => {
    type(id)
    expect(ran).toEqual([id])
  })

  it('every pair of shortcuts, one right after the other, runs just these two', () => {
    for (const first of shortcutIds) {
      for (const second of shortcutIds) {
        ran = []
        type(first)
        type(second)
        expect(ran, `${first} then ${second}`).toEqual([first, second])
      }
    }
  })

  it('the second key of a sequence never runs what it means alone', () => {
    press('g')
    press('i')
    expect(ran).toEqual(['goMine'])
    press('i')
    expect(ran).toEqual(['goMine', 'assignToMe'])
  })

  it('a key that no sequence continues with is swallowed with its prefix', () => {
    press('g')
    press('j')
    expect(ran).toEqual([])
    press('j')
    expect(ran).toEqual(['next'])
  })

  it.each([
    '<input data-target>',
    '<textarea data-target></textarea>',
    '<select data-target></select>',
    '<div role="dialog"><button data-target>Close</button></div>',
  ])('is silent in %s', (markup) => {
    press('j', field(markup))
    expect(ran).toEqual([])
  })

  it('leaves Enter to the control that has focus', () => {
    expect(press('Enter', field('<button data-target>Go</button>')).defaultPrevented).toBe(false)
    expect(ran).toEqual([])
  })

  it('ignores keys with modifiers, repeats, and everything once switched off', () => {
    press('j', document.body, { ctrlKey: true })
    press('j', document.body, { repeat: true })
    registry.enabled = false
    press('j')
    expect(ran).toEqual([])
  })

  it('takes "?" with Shift and without it', () => {
    press('?', document.body, { shiftKey: true })
    press('?')
    expect(ran).toEqual(['help', 'help'])
  })

  it('the last to register runs, and the one before again when that one left', () => {
    const leave = registry.register('next', () => ran.push('open'))
    press('j')
    leave()
    press('j')
    expect(ran).toEqual(['open', 'next'])
  })
})
