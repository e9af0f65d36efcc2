import { beforeEach, describe, expect, it } from 'vitest'
import { KeyRegistry } from './key-registry.ts'
import {
  ariaKeys,
  isCombination,
  keyCaps,
  type ShortcutId,
  shortcutIds,
  shortcuts,
  titleWithKeys,
} from './shortcuts.ts'

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

function type(id: ShortcutId, target?: EventTarget): void {
  for (const keys of shortcuts[id].keys.replaceAll('[Shift]+', '').split(' ')) {
    const parts = keys.split('+')
    const held = { ctrlKey: parts.includes('$mod'), shiftKey: parts.includes('Shift') }
    press(parts.at(-1) ?? '', target, held)
  }
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

  it.each([
    ['?', 'help'],
    ['/', 'search'],
    ['.', 'showNew'],
  ])('takes "%s" as any layout types it: alone, with Shift or with AltGr', (key, id) => {
    press(key)
    press(key, document.body, { shiftKey: true })
    press(key, document.body, { modifierAltGraph: true })
    press(key, document.body, { modifierAltGraph: true, ctrlKey: true, altKey: true })
    expect(ran).toEqual([id, id, id, id])
    press(key, document.body, { ctrlKey: true })
    expect(ran).toHaveLength(4)
  })

  it('a letter with AltGr is another character, not the shortcut', () => {
    press('e', document.body, { modifierAltGraph: true, altKey: true })
    expect(ran).toEqual([])
  })

  it.each(shortcutIds.filter(isCombination))('%s acts in fields and with single keys off, but not in dialogs', (id) => {
    registry.enabled = false
    type(id, field('<textarea data-target></textarea>'))
    expect(ran).toEqual([id])
    type(id, field('<div role="dialog"><input data-target></div>'))
    expect(ran).toEqual([id])
  })

  it('who stands above runs, also before those who came later', () => {
    const leave = registry.register('close', () => ran.push('select'), true)
    registry.register('close', () => ran.push('open'))
    press('e')
    leave()
    press('e')
    expect(ran).toEqual(['select', 'open'])
  })

  it('knows what can be done now, and does it by name', () => {
    const empty = new KeyRegistry()
    const leave = empty.register('tag', () => ran.push('tag'))
    expect(empty.available()).toEqual(['tag'])
    empty.run('tag')
    leave()
    empty.run('tag')
    expect(ran).toEqual(['tag'])
    expect(empty.available()).toEqual([])
  })

  it('the last to register runs, and the one before again when that one left', () => {
    const leave = registry.register('next', () => ran.push('open'))
    press('j')
    leave()
    press('j')
    expect(ran).toEqual(['open', 'next'])
  })
})

/** What the keys of a to z type. */
const layouts = {
  Russian: [...'фисвуапршолдьтщзйкыегмцчня'],
  Greek: [...'αβψδεφγηιξκλμνοπ;ρστθωςχυζ'],
  Arabic: 'ش لا ؤ ي ث ب ل ا ه ت ن م ة ى خ ح ض ق س ف ع ر ص ء غ ئ'.split(' '),
  Hebrew: [..."שנבגקכעיןחלךצמםפ/רדאוה'סטז"],
  Thai: 'ฟ ิ แ ก ำ ด เ ้ ร ่ า ส ท ื น ย ๆ พ ห ะ ี อ ไ ป ั ผ'.split(' '),
}

describe.each(Object.entries(layouts))('on a %s keyboard', (_, letters) => {
  const pressLetter = (letter: string, held: KeyboardEventInit = {}) =>
    press(letters[letter.charCodeAt(0) - 97] ?? letter, document.body, { code: `Key${letter.toUpperCase()}`, ...held })
  const typeByPlace = (id: ShortcutId) => {
    for (const keys of shortcuts[id].keys.split(' ')) {
      const letter = keys.split('+').at(-1) ?? ''
      pressLetter(letter, { ctrlKey: keys.startsWith('$mod') })
    }
  }
  const byLetters = shortcutIds.filter((id) => /^(\$mod\+)?[a-z]( [a-z])?$/.test(shortcuts[id].keys))

  beforeEach(() => {
    document.body.innerHTML = ''
    registry = new KeyRegistry()
    ran = []
    for (const id of shortcutIds) registry.register(id, () => ran.push(id))
  })

  it('every pair of shortcuts runs by the places of their keys, the prefix included', () => {
    expect(letters).toHaveLength(26)
    for (const first of byLetters) {
      for (const second of byLetters) {
        ran = []
        typeByPlace(first)
        typeByPlace(second)
        expect(ran, `${first} then ${second}`).toEqual([first, second])
      }
    }
  })

  it('marks run as they are typed, also right after a letter', () => {
    for (const mark of ['/', '?', '.']) {
      pressLetter('j')
      press(mark, document.body, { code: 'Digit7', shiftKey: true })
    }
    expect(ran).toEqual(['next', 'search', 'next', 'help', 'next', 'showNew'])
  })

  it('is silent with modifiers, and in fields', () => {
    pressLetter('j', { shiftKey: true })
    pressLetter('e', { modifierAltGraph: true, altKey: true })
    press(letters[9] ?? '', field('<input data-target>'), { code: 'KeyJ' })
    expect(ran).toEqual([])
  })
})

describe('the place of a key', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    registry = new KeyRegistry()
    ran = []
    for (const id of shortcutIds) registry.register(id, () => ran.push(id))
  })

  it('counts for marks too where a letter stands in it: "/" and "?" in Arabic', () => {
    press('ظ', document.body, { code: 'Slash' })
    press('؟', document.body, { code: 'Slash', shiftKey: true })
    press('ز', document.body, { code: 'Period' })
    expect(ran).toEqual(['search', 'help', 'showNew'])
  })

  it('counts for nothing on a Latin keyboard', () => {
    press('j', document.body, { code: 'KeyC' })
    press(',', document.body, { code: 'KeyM' })
    press("'", document.body, { code: 'KeyQ' })
    press('ö', document.body, { code: 'KeyZ' })
    expect(ran).toEqual(['next'])
  })

  it('counts no longer once a Latin letter was typed', () => {
    press('п', document.body, { code: 'KeyG' })
    press('ш', document.body, { code: 'KeyI' })
    press('k', document.body, { code: 'KeyK' })
    press(',', document.body, { code: 'KeyM' })
    expect(ran).toEqual(['goMine', 'previous'])
  })
})

describe('the words for keys', () => {
  it('name each shortcut once', () => {
    const caps = shortcutIds.map((id) => keyCaps(id).join(' '))
    expect(new Set(caps).size).toBe(shortcutIds.length)
  })

  it('are what people and screen readers know them by', () => {
    expect(titleWithKeys('goMine')).toBe('Mine (g then i)')
    expect(titleWithKeys('palette')).toContain('(Ctrl+K)')
    expect(ariaKeys('sendAndClose')).toBe('Control+Shift+Enter')
    expect(ariaKeys('help')).toBe('?')
  })
})
