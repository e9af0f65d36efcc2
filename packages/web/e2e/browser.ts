import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, unpackedChromium } from './unpacked-chromium.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium to drive: the one named by TEXTDESK_CHROMIUM, else the system's, else the one npm carries. */
export async function findBrowser(): Promise<Browser> {
  const installed = process.env['TEXTDESK_CHROMIUM'] || systemChromium()
  return installed ? { executablePath: installed } : await unpackedChromium()
}

/** Nothing here may reach out to the network or need a screen; a root user has no sandbox to offer. */
export const browserFlags: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function systemChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...macApplications].find((file) => existsSync(file))
}
