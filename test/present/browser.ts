import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const executablePath = PLACES.find((path) => path !== undefined && existsSync(path))

/**
 * Whether a browser is here. Where none is, the tests that need one are left out, and one line says so; in CI that is a failure.
 */
export function hasBrowser(): boolean {
  if (executablePath) return true
  if (process.env.CI)
    throw new Error('Expected Chromium, since CI is set. Install it (apt-get install chromium) or set CHROMIUM to its path.')
  console.warn('Left out: tests of the report in a browser. Install Chromium or set CHROMIUM to its path.')
  return false
}

/** Starts the browser; without its sandbox, since it only opens pages that the tests wrote and may run as root. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] })
}
