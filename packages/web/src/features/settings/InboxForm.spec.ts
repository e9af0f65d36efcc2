import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { inbox } from '../../shared/testing/owner.ts'
import InboxForm from './InboxForm.vue'

const PATH = '/api/inboxes/i1'

let desk: FakeDesk
let wrapper: VueWrapper

/** The field that goes with a label. */
function field(label: string) {
  const found = wrapper.findAll('label').find((one) => one.text().startsWith(label))
  const id = found?.attributes('for')
  const labelled = id ? wrapper.find(`[id="${id}"]`) : found?.find('input, textarea, select')
  return labelled ?? expect.unreachable(`no field "${label}"`)
}

const value = (label: string) => (field(label).element as HTMLInputElement).value

async function save(): Promise<void> {
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('InboxForm', () => {
  beforeEach(() => {
    desk = new FakeDesk()
    wrapper = mountInApp(InboxForm, { inbox: inbox() }).wrapper
  })

  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('sends everything as it was written, and shows it as it was taken', async () => {
    desk.answer('PATCH', PATH, {
      status: 200,
      json: inbox({ optOutWords: { out: ['stop', 'halt'], in: ['start'], help: ['help'] } }),
    })
    await field('Words that stop').setValue('stop\n halt ,\n')
    await field('Reopen within').setValue('0')
    await field('Thanks do not reopen').setValue(false)
    await field('Automatic texts').setValue('5')
    await field('Texts per second').setValue('2')
    await field('The desk itself answers').setValue(false)
    await save()
    expect(desk.askedFor('PATCH', PATH)).toMatchObject([
      {
        body: {
          name: 'Support',
          reopenHours: 0,
          thanksStayClosed: false,
          optOutWords: { out: ['stop', 'halt'], in: ['start'], help: ['help'] },
          answersKeywords: false,
          automaticTextsPerHour: 5,
          textsPerSecond: 2,
        },
      },
    ])
    expect((field('Words that stop').element as HTMLTextAreaElement).value).toBe('stop\nhalt')
    expect(wrapper.get('[role="status"]:last-of-type').text()).toBe('Saved.')
  })

  it('shows what customers get for STOP, START and HELP, and sends what was written', async () => {
    expect(wrapper.text()).toContain('Support: You are opted out and will get no more texts from +12025550100.')
    await field('Company').setValue('Example Ltd')
    await field('Language').setValue('de')
    expect(wrapper.text()).toContain('Example Ltd: Sie sind abgemeldet')
    await field('Answer to HELP').setValue('Ask {{contact}}')
    expect(wrapper.get('[role="alert"]').text()).toMatch(/which is empty/)
    await field('Contact').setValue('help@example.com')
    expect(wrapper.text()).toContain('Ask help@example.com')
    desk.answer('PATCH', PATH, { status: 200, json: inbox() })
    await save()
    expect(desk.askedFor('PATCH', PATH)).toMatchObject([
      {
        body: {
          language: 'de',
          company: 'Example Ltd',
          helpContact: 'help@example.com',
          consentTexts: { out: null, in: null, help: 'Ask {{contact}}' },
        },
      },
    ])
  })

  it('keeps what is written on while it is being saved', async () => {
    const { promise, resolve } = deferred<Answer>()
    desk.answer('PATCH', PATH, promise)
    await field('Name').setValue(' Help desk')
    await wrapper.get('form').trigger('submit')
    await field('Reopen within').setValue('48')
    await field('Words that stop').setValue('stop\nhalt')
    resolve({ status: 200, json: inbox({ name: 'Help desk' }) })
    await flushPromises()
    expect(value('Name')).toBe('Help desk')
    expect(value('Reopen within')).toBe('48')
    expect(value('Words that stop')).toBe('stop\nhalt')
  })

  it('shows what another owner saved, but not over what is being written', async () => {
    await field('Name').setValue('Help desk')
    await wrapper.setProps({ inbox: inbox({ name: 'Orders', reopenHours: 5 }) })
    expect(value('Name')).toBe('Help desk')
    expect(value('Reopen within')).toBe('5')
  })

  it('shows what is wrong with the words beside them, and keeps them', async () => {
    const detail = "'Stop' stands in two lists. Leave it in one."
    desk.answer('PATCH', PATH, { status: 400, json: { code: 'invalid-input', detail, field: 'optOutWords' } })
    await field('Words that start again').setValue('Stop')
    await save()
    expect(wrapper.get('fieldset [role="alert"]').text()).toBe(detail)
    expect(wrapper.findAll('[role="alert"]')).toHaveLength(1)
    expect((field('Words that start again').element as HTMLTextAreaElement).value).toBe('Stop')
  })

  it('cannot be saved with a confirmation that does not name the ticket', async () => {
    await field('Confirmation').setValue('Thanks')
    expect(wrapper.get('button[type="submit"]').attributes()).toHaveProperty('disabled')
  })
})
