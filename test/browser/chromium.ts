/** Headless Chromium for tests: it must be there, so that nothing is skipped unseen. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../bench/viewer.js';

/** Starts the browser. Throws where there is none, with what to do. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('these tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
