/** Headless Chromium for tests: it must be there, so that nothing is skipped unseen. */
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { findTestChromium } from '../../bench/chromium.js';

function settings() {
  const executablePath = findTestChromium();
  if (executablePath === undefined) {
    throw new Error(
      'these tests need Chromium: install it (Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM',
    );
  }
  return { executablePath, args: ['--no-sandbox'] };
}

/** Starts a browser of one's own. Throws where there is none, with what to do. */
export const launchChromium = async (): Promise<Browser> => chromium.launch(settings());

/** Starts a browser that others connect to. Throws as launchChromium does. */
export const serveChromium = async (): Promise<BrowserServer> => chromium.launchServer(settings());
