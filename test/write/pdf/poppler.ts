/** PDF as poppler draws it and reads it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Pixels } from '../../../src/write/raster/drawer.js';

/** Runs a tool of poppler-utils; what it complains about is an error. */
export function run(tool: string, options: readonly string[]): void {
  try {
    const complaints = execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (complaints) throw new Error(complaints);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw missing ? new Error(`${tool} is missing: install poppler-utils.`, { cause }) : cause;
  }
}

/** Draws a file's pages, so many pixels an inch, into a folder of their own; where each lies, as PPM: to pack and unpack PNG takes longer than to draw. */
export function drawPages(pdf: Uint8Array, folder: string, resolution: number): readonly string[] {
  const file = path.join(folder, 'file.pdf');
  writeFileSync(file, pdf);
  run('pdftoppm', ['-r', String(resolution), file, path.join(folder, 'page')]);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
  return names.sort().map((name) => path.join(folder, name));
}

/** The pixels of a PPM file with three bytes a pixel. */
export function readPpm(file: string): Pixels {
  const bytes = readFileSync(file);
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 50));
  if (!header) throw new Error(`${file} isn't PPM.`);
  const [width, height] = [Number(header[1]), Number(header[2])];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let from = header[0].length, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = bytes[from] as number;
    data[to + 1] = bytes[from + 1] as number;
    data[to + 2] = bytes[from + 2] as number;
  }
  return { width, height, data };
}
