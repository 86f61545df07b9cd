/** Archives with changed bytes are read as they are, or end in an error that says so: never in another, never for long. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSource } from '../../src/cli/assets/openSource.js';
import { packAssets } from '../../src/cli/assets/packing.js';
import { NO_PROGRESS } from '../../src/cli/assets/progress.js';
import { FileError } from '../../src/cli/files.js';
import { MxsvgError } from '../../src/diagnostics.js';
import { asarOf, WEB_APPLICATION, zipOf } from './archives.js';
import { testFolder } from './places.js';

const place = testFolder();

/** Places and new values of some bytes, and where the archive is cut off. */
const mutation = fc.record({
  changes: fc.array(fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 255 })), { maxLength: 6 }),
  cut: fc.option(fc.nat({ max: 4000 }), { nil: undefined, freq: 5 }),
});

test.each([
  ['zip', zipOf(WEB_APPLICATION)],
  ['asar', asarOf(WEB_APPLICATION)],
])('%s', async (name, whole) => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ changes, cut }) => {
      const bytes = Buffer.from(whole.subarray(0, cut));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      const outcome = await read(place.write(name, bytes)).catch((error: unknown) => error);
      expect(outcome === 'read' || outcome instanceof FileError || outcome instanceof MxsvgError, String(outcome)).toBe(
        true,
      );
    }),
    { numRuns: 400, seed: 1 },
  );
});

async function read(source: string): Promise<'read'> {
  const application = await openSource(source, NO_PROGRESS);
  try {
    packAssets(application);
    application.version();
    application.licences();
    return 'read';
  } finally {
    application.close();
  }
}
