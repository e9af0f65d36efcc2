import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEnvFile } from './parse-env-file.ts'

const LIVE = { MESSAGEBIRD_API_KEY: 'live_12#34', PORT: '8081' }

describe('parseEnvFile', () => {
  it.each([
    ['as it is', 'MESSAGEBIRD_API_KEY=live_12#34\nPORT=8081\n'],
    ['with a byte order mark', '\uFEFFMESSAGEBIRD_API_KEY=live_12#34\nPORT=8081'],
    ['with lines of Windows', '# keys\r\nMESSAGEBIRD_API_KEY=live_12#34\r\n\r\nPORT=8081\r\n'],
    ['with lines of an old Macintosh', 'MESSAGEBIRD_API_KEY=live_12#34\rPORT=8081'],
    ['for a shell', 'export MESSAGEBIRD_API_KEY="live_12#34"\n export PORT=\'8081\' # the port'],
    ['with blanks and comments', '  MESSAGEBIRD_API_KEY = live_12#34   # of Ana\nPORT=`8081`'],
  ])('reads a file written %s', (_, text) => {
    expect(parseEnvFile(text)).toEqual({ values: LIVE, problems: [] })
  })

  it('reads any value without quotes and blanks as it was written', () => {
    const word = string({ minLength: 1 }).filter((text) => !/[\s"'`]|^#/u.test(text) && !text.includes('\0'))
    assert(
      property(word, constantFrom('\n', '\r\n', ' # more\n'), (value, end) => {
        expect(parseEnvFile(`KEY=${value}${end}`)).toEqual({ values: { KEY: value }, problems: [] })
      }),
    )
  })

  it.each([
    ['MESSAGEBIRD_API_KEY live_1', 'Line 2 of .env: it is not NAME=value.'],
    ['MESSAGEBIRD_API_KEY: live_1', 'Line 2 of .env: it is not NAME=value.'],
    ['\u200BMESSAGEBIRD_API_KEY=live_1', 'Line 2 of .env: it is not NAME=value.'],
    ['MESSAGEBIRD_API_KEY="live_1', 'Line 2 of .env: the quotes around the value of MESSAGEBIRD_API_KEY do not match.'],
    [
      'MESSAGEBIRD_API_KEY="live_1"2',
      'Line 2 of .env: the quotes around the value of MESSAGEBIRD_API_KEY do not match.',
    ],
    ['PORT=8082', 'Line 2 of .env: PORT is set a second time.'],
  ])('refuses %j by its line, and repeats no key', (line, problem) => {
    const { problems } = parseEnvFile(`PORT=8081\n${line}\n`)
    expect(problems).toEqual([expect.stringContaining(problem)])
    expect(problems.join()).not.toContain('live_1')
  })

  it('refuses a file in UTF-16, as an editor of Windows may write it', () => {
    const text = Buffer.from('\uFEFFPORT=8081', 'utf16le').toString('utf8')
    expect(parseEnvFile(text).problems).toEqual(['.env is not UTF-8 text. Save it as UTF-8.'])
  })
})
