import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { findTestChromium } from './bench/chromium.js';

/** True where a shell finds the program: to start each and see took longer than most files of tests. */
const isProgram = (name: string): boolean =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => ['', '.exe', '.cmd'].some((ending) => existsSync(path.join(folder, name + ending))));

/** Programs that some tests need, and those tests. In CI they have to be there: .ci/run installs them. */
const TOOLS = [
  {
    name: 'Chromium',
    isThere: () => findTestChromium() !== undefined,
    tests: [
      'test/browser/*.test.ts',
      'test/docs/playground.test.ts',
      'test/describe/accessible.test.ts',
      'test/write/html/writeHtml.test.ts',
      'test/write/file/drawio.test.ts',
      'test/style/chromiumColors.test.ts',
      'test/fuzz/browser.test.ts',
      'test/fuzz/pool.test.ts',
    ],
  },
  {
    name: 'pdftoppm (poppler-utils)',
    isThere: () => isProgram('pdftoppm'),
    tests: ['test/write/pdf/{pictures,fillPatterns}.test.ts'],
  },
  {
    name: 'redis-server',
    isThere: () => isProgram('redis-server'),
    tests: ['test/queue/*.test.ts'],
  },
  {
    name: 'Sphinx, MkDocs and pandoc',
    isThere: () => ['sphinx-build', 'mkdocs', 'pandoc'].every(isProgram),
    tests: ['test/clients/hosts.test.ts', 'test/notebook/python.test.ts'],
  },
];

/** Tests that start processes or browsers, read all of the sources, or try much: `npm run test:quick` leaves them out. */
const SLOW = [
  ...TOOLS.flatMap(({ tests }) => tests),
  'test/hostile/*.test.ts',
  'test/mermaid/hostile.test.ts',
  'test/fuzz/*.test.ts',
  'test/notebook/*.test.ts',
  'test/server/*.test.ts',
  'test/examples/*.test.ts',
  'test/ci/*.test.ts',
  'test/docs/*.test.ts',
  'test/mcp/*.test.ts',
  'test/properties/*.test.ts',
  'test/{expressions,package,publicTypes,renderTo,unboundedCalls}.test.ts',
  'test/assets/mutations.test.ts',
  'test/check/check.test.ts',
  'test/cli/{assets,describe,interrupted,mermaid,names,printing,start,verify,watch}.test.ts',
  'test/doors/vite.test.ts',
  'test/mermaid/{golden,graphLayout}.test.ts',
  'test/platform/node/{isolatedResvg,lateModules}.test.ts',
  'test/write/file/mxfile.test.ts',
  'test/cli/drawio/link.test.ts',
];

const missing = process.env.CI ? [] : TOOLS.filter(({ isThere }) => !isThere());
for (const { name, tests } of missing) console.warn(`Without ${name} these tests are left out: ${tests.join(', ')}`);

export default defineConfig(({ mode }) => ({
  test: {
    // Its package has a script for web pages, and the modules that the build bundles, which Node takes for none.
    server: { deps: { inline: ['non-layered-tidy-tree-layout'] } },
    tags: [{ name: 'heavy', description: 'Input made to take long, or a process or thread: quick runs leave it out.' }],
    ...(mode === 'quick' && { tagsFilter: ['!heavy'] }),
    // Dates in diagrams are written in the local time zone.
    env: { TZ: 'UTC' },
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      ...missing.flatMap(({ tests }) => tests),
      ...(mode === 'quick' ? SLOW : []),
    ],
    // Nobody asks for the browser where the tests that need one are left out.
    globalSetup: mode === 'quick' ? [] : 'test/browser/sharedChromium.ts',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportOnFailure: true,
    },
    // A file's modules are those of the next: nothing in them outlives a call, and reading them took as long as the tests.
    isolate: false,
    // Nor do the next run's transforms differ: they are kept in node_modules, under a hash of the file's text and path,
    // the mode and this configuration, and thrown away with another package-lock (`npx vitest --clearCache` does it too).
    // A machine that begins anew each time has nothing of them.
    experimental: { fsModuleCache: !process.env.CI },
    // Most of the code runs a few times in a run: to optimize it as early as in a server took a fifth of the processor.
    // V8 11, of Node 20, can be told so; those after it have no such option.
    execArgv: Number.parseInt(process.versions.v8, 10) === 11 ? ['--interrupt-budget=500000'] : [],
    maxWorkers: availableParallelism(),
    // Long enough never to measure a machine's speed, short enough to end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
}));
