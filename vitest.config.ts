import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Dates in diagrams are written in the local time zone.
    env: { TZ: 'UTC' },
    include: ['test/**/*.test.ts'],
    // Long enough never to measure a machine's speed, short enough to end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
