/** Runs draw.io's manner of the command in this process, in a folder of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { likeDrawio } from '../../../src/cli/drawio/command.js';

export interface Result {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface DrawioPlace {
  /** Runs `drawio` with these words, in the folder. */
  run(...words: string[]): Promise<Result>;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  bytes(name: string): Buffer;
  files(): string[];
  /** The folder. */
  folder(): string;
}

/** What no test of this manner has enough files for. */
const NO_WORKER = new URL('file:///no-worker.js');

/** To be called at the top of a test file. */
export function drawioPlace(): DrawioPlace {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-drawio-'));
    process.chdir(folder);
    vi.stubEnv('MXSVG_ASSETS', path.join(folder, 'user-assets'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    run: async (...words) => {
      const printed = { stdout: '', stderr: '' };
      const spies = (['stdout', 'stderr'] as const).map((name) =>
        vi.spyOn(process[name], 'write').mockImplementation(((text: string | Uint8Array, done?: () => void) => {
          printed[name] += text.toString();
          if (typeof done === 'function') done();
          return true;
        }) as typeof process.stdout.write),
      );
      try {
        const code = await likeDrawio(['node', 'drawio', ...words], '0.0.0', NO_WORKER, (error) => {
          throw error;
        });
        return { code, output: printed.stdout, errors: printed.stderr };
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    },
    write: (name, content) => writeFileSync(name, content),
    read: (name) => readFileSync(name, 'utf8'),
    bytes: (name) => readFileSync(name),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .sort(),
    folder: () => folder,
  };
}

/** A page with boxes of these sizes, one a layer, the first in the background layer. */
export function page(name: string, ...boxes: readonly (readonly [number, number])[]): string {
  const layers = boxes.map((_, i) => `<mxCell id="L${i}" value="Layer ${i}" parent="0"/>`).join('');
  const cells = boxes.map(
    ([width, height], i) =>
      `<mxCell id="b${i}" vertex="1" parent="L${i}"><mxGeometry x="20" y="20" width="${width}" height="${height}" as="geometry"/></mxCell>`,
  );
  return `<diagram id="${name}" name="${name}"><mxGraphModel><root><mxCell id="0"/>${layers}${cells.join('')}</root></mxGraphModel></diagram>`;
}

export const file = (...pages: readonly string[]): string => `<mxfile>${pages.join('')}</mxfile>`;

/** One box of 120 by 60. */
export const BOX = file(page('Page-1', [120, 60]));

/** Boxes of different widths on three pages. */
export const PAGES = file(page('One', [120, 60]), page('Two', [60, 60]), page('Three', [90, 60]));

export const pngSize = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

export const svgSize = (svg: string): readonly [string, string] => {
  const [, width = '', height = ''] = /<svg[^>]*? width="([^"]*)" height="([^"]*)"/.exec(svg) ?? [];
  return [width, height];
};
