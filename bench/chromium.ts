/** Where this machine has Chromium, found without loading what drives it: every run of the tests asks. */
import { existsSync } from 'node:fs';

/** Chromium without windows: it opens a page in a quarter of the time, and shows the same in it. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const firstOf = (files: readonly (string | undefined)[]): string | undefined =>
  files.find((file) => file !== undefined && existsSync(file));

/** The browser as people have it: what CHROMIUM names, or the usual place; undefined where there is none. */
export const findChromium = (): string | undefined => firstOf([process.env.CHROMIUM, ...BROWSERS, HEADLESS_SHELL]);

/** The quickest browser for tests, of the same kind. */
export const findTestChromium = (): string | undefined => firstOf([process.env.CHROMIUM, HEADLESS_SHELL, ...BROWSERS]);
