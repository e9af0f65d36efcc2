import { describe, expect, it } from 'vitest'
import html from '../index.html?raw'

describe('the page before its scripts run', () => {
  it('says in words that the desk is loading', () => {
    expect(html).toMatch(/<div id="app">[\s\S]*role="status"[^>]*>Loading the desk…</)
  })

  it('needs nothing that the security policy forbids', () => {
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/)
  })
})
