/** `mxsvg/vite` in Vite itself: imports of diagrams built, served, drawn again as they change, and told of when broken. */
import { readdirSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';
import { build, createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import mxsvg, { type ViteOptions } from '../../src/doors/vite.js';
import { diagramFolder, GRADIENT } from './place.js';

const folder = diagramFolder();

/** Builds an entry that exports what it imports; returns its exports, the warnings and the files. */
async function built(source: string, options?: ViteOptions, more: object = {}) {
  folder.write('main.js', source);
  const warnings: string[] = [];
  const plugin: Plugin = mxsvg(options);
  const output = await build({
    root: folder.at('.'),
    logLevel: 'silent',
    configFile: false,
    base: '/site/',
    plugins: [plugin],
    build: {
      rollupOptions: {
        input: folder.at('main.js'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'main.js' },
        onwarn: ({ message }) => warnings.push(message),
      },
      assetsInlineLimit: 0,
      modulePreload: false,
      minify: false,
    },
    ...more,
  });
  const chunks = (output as Rollup.RollupOutput).output;
  return { code: folder.read('dist/main.js'), warnings, files: chunks.map(({ fileName }) => fileName) };
}

const imported = (address: string): string => `import it from '${address}'; export default it;`;

describe('in a build', () => {
  test.each([
    ['./pages.drawio', 'Size 100%'],
    ['./pages.drawio?page=3', 'The third page'],
    ['./pages.drawio?page=Third', 'The third page'],
    ['./flow.mmd', 'Reviewed?'],
  ])('%s is SVG', async (address, words) => {
    const { code } = await built(imported(address));
    expect(code).toMatch(/"<svg xmlns=|<svg xmlns=\\"/);
    expect(code).toContain(`>${words}<`);
  });

  test('options hold for all imports, and a query goes before them', async () => {
    const dark = await built(imported('./pages.drawio'), { theme: 'dark' });
    expect(dark.code).not.toContain('#dae8fc');
    const light = await built(imported('./pages.drawio?theme=light'), { theme: 'dark' });
    expect(light.code).toContain('#dae8fc');
  });

  test('?url is the address of a file, with the options of its query', async () => {
    const { code, files } = await built(imported('./pages.drawio?url&page=3'));
    const [, name = ''] = /"\/site\/(assets\/pages-[\w-]+\.svg)"/.exec(code) ?? [];
    expect(files).toContain(name);
    expect(folder.read(`dist/${name}`)).toContain('The third page');
  });

  test('?raw is the file itself, as Vite has it', async () => {
    expect((await built(imported('./pages.drawio?raw'))).code).toContain('<mxfile');
  });

  test('a server build has the same address, and no file', async () => {
    const client = await built(imported('./pages.drawio?url'));
    const ssr = await built(
      imported('./pages.drawio?url'),
      {},
      {
        build: { ssr: folder.at('main.js'), outDir: 'dist', rollupOptions: { output: { entryFileNames: 'main.js' } } },
      },
    );
    const address = /"\/site\/assets\/[^"]+"/;
    expect(address.exec(ssr.code)?.[0]).toBe(address.exec(client.code)?.[0]);
    expect(readdirSync(folder.at('dist'))).toEqual(['main.js']);
  });

  test('pictures of different files have different ids', async () => {
    folder.write('other.drawio', GRADIENT.replace('#ff0000', '#00ff00'));
    const { code } = await built(
      "export { default as a } from './gradient.drawio'; export { default as b } from './other.drawio';",
    );
    const ids = [...code.matchAll(/ id=\\?"([^"\\]+)/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a broken diagram ends it with its name and the reason', async () => {
    folder.write('broken.drawio', '<mxfile><diagram>');
    await expect(built(imported('./broken.drawio'))).rejects.toMatchObject({
      errors: [
        { message: expect.stringContaining('broken.drawio: '), id: folder.at('broken.drawio'), plugin: 'mxsvg' },
      ],
    });
    await expect(built(imported('./pages.drawio?page=9'))).rejects.toThrow('"Third"');
  });

  test('or is a warning, and so is what is not drawn faithfully', async () => {
    folder.write('broken.drawio', '<mxfile><diagram>');
    const lenient = await built(imported('./broken.drawio'), { failOn: 'never' });
    expect(lenient.warnings.join()).toContain('broken.drawio: ');
    folder.write('odd.drawio', GRADIENT.replace('style="', 'style="shape=nosuchshape;'));
    expect((await built(imported('./odd.drawio'))).warnings.join()).toContain('nosuchshape');
    await expect(built(imported('./odd.drawio'), { failOn: 'diagnostic' })).rejects.toThrow('nosuchshape');
  });
});

test('the development server draws, serves ?url, and draws again what changed', async () => {
  const server = await createServer({
    root: folder.at('.'),
    logLevel: 'silent',
    configFile: false,
    base: '/site/',
    plugins: [mxsvg() as Plugin],
    server: { port: 0, host: '127.0.0.1', watch: { usePolling: true, interval: 50 } },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    await server.listen();
    const port = (server.httpServer?.address() as { port: number } | undefined)?.port;
    const get = async (address: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${address}`);
      return { text: await response.text(), type: response.headers.get('content-type') };
    };
    expect((await get('/site/gradient.drawio?import')).text).toContain('{{ braces }}');
    const addressOf = (module: string): string => /default "([^"]+)"/.exec(module)?.[1] ?? '';
    const before = addressOf((await get('/site/gradient.drawio?import&url')).text);
    expect(before).toMatch(/^\/site\/@mxsvg\//);
    const picture = await get(before);
    expect(picture.type).toBe('image/svg+xml');
    expect(picture.text).toContain('{{ braces }}');

    const told = new Promise((resolve) => {
      server.environments.client.hot.send = ((payload: unknown) => resolve(payload)) as never;
    });
    folder.write('gradient.drawio', GRADIENT.replace('{{ braces }}', 'changed'));
    expect(await told).toMatchObject({ type: expect.stringMatching(/full-reload|update/) });
    expect((await get('/site/gradient.drawio?import')).text).toContain('changed');
    const after = addressOf((await get('/site/gradient.drawio?import&url')).text);
    expect(after).not.toBe(before);
    expect((await get(after)).text).toContain('changed');

    // The watcher drops a change that follows another within its 50 ms, so the file is written until it is noticed.
    const broken = async () => {
      folder.write('gradient.drawio', '<mxfile>');
      return (await get('/site/gradient.drawio?import')).text;
    };
    await expect.poll(broken, { interval: 200, timeout: 30_000 }).toContain('gradient.drawio: ');
  } finally {
    await server.close();
  }
});
