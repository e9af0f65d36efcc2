import { measure } from '@textdesk/core/text'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SegmentMeter from './SegmentMeter.vue'

const meter = (body: string) => mount(SegmentMeter, { props: { body, size: measure(body) } })
const reading = (body: string): string => meter(body).get('[data-meter]').text()

describe('SegmentMeter', () => {
  it.each([
    ['x'.repeat(148), 'GSM-7 148/160, 1 part'],
    ['x'.repeat(161), 'GSM-7 161/306, 2 parts'],
    ['€', 'GSM-7 2/160, 1 part'],
    ['é😀', 'UCS-2 3/70, 1 part'],
    ['x'.repeat(1378), 'GSM-7 1378/1530, 10 parts. Too long: 9 parts are the most'],
  ])('reads %j', (body, words) => {
    expect(reading(body)).toBe(words)
  })

  it('names the character that costs a part, and repairs it with one click', async () => {
    const wrapper = meter(`It’s ${'x'.repeat(80)}`)
    expect(wrapper.text()).toContain("'’' makes this 2 parts.")
    const button = wrapper.get('button')
    expect(button.text()).toBe("Use ' for 1 part")
    await button.trigger('click')
    expect(wrapper.emitted('repair')).toEqual([[`It's ${'x'.repeat(80)}`]])
  })

  it('says what a character costs that costs no part yet', () => {
    expect(meter('It’s').text()).toContain('leaves room for 70 characters instead of 160.')
  })

  it('offers no repair where one character has none: it would not help', () => {
    const wrapper = meter('It’s 😀')
    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.get('mark').text()).toBe("'😀'")
  })
})
