import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import GoingLiveGuide from './GoingLiveGuide.vue'

describe('GoingLiveGuide', () => {
  it.each([
    ['http://localhost:8081/webhook', 'ngrok http 8081'],
    ['http://localhost:8080/webhook', 'ngrok http 8080'],
    ['http://localhost/webhook', 'ngrok http 80'],
  ])('names the port that the desk at %s listens on, and its path', (webhookUrl, command) => {
    const text = mount(GoingLiveGuide, { props: { webhookUrl } }).text()
    expect(text).toContain(`"${command}"`)
    expect(text).toContain('to your address with /webhook at the end')
  })

  it('asks for no tunnel where there is an https address', () => {
    const text = mount(GoingLiveGuide, { props: { webhookUrl: 'https://a1.example.org/webhook' } }).text()
    expect(text).toContain('It has one: https://a1.example.org.')
    expect(text).not.toContain('ngrok')
  })
})
