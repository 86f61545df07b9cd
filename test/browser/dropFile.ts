/** A file that is dropped on a page. */
import type { Page } from 'playwright-core';

/** Drops it as a user does. `target`: the selector of what it falls on. */
export async function dropFile(page: Page, target: string, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const content = Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], fileName as string));
      return data;
    },
    [name, Buffer.from(bytes).toString('base64')],
  );
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
}
