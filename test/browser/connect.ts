/** The run's one Chromium, for a test file. */
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to it: to close it closes what this connection opened, and no more. Throws where there is no Chromium. */
export async function connectChromium(): Promise<Browser> {
  const answer = await fetch(inject('chromium'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return chromium.connect(text);
}
