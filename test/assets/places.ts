/** A folder for each test of assets. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Files } from './archives.js';

export interface TestFolder {
  /** The path of a file in the folder. */
  at(name: string): string;
  /** Writes a file; returns its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Writes files below a folder; returns its path. */
  writeAll(folder: string, files: Files): string;
  /** Makes a symbolic link. */
  link(name: string, target: string): void;
}

/** To be called at the top of a test file. */
export function testFolder(): TestFolder {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'mxsvg-assets-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const at = (name: string): string => path.join(root, name);
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
    return at(name);
  };
  return {
    at,
    write,
    writeAll(folder, files) {
      for (const [name, content] of Object.entries(files)) write(`${folder}/${name}`, content);
      return at(folder);
    },
    link: (name, target) => {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      symlinkSync(target, at(name));
    },
  };
}

/** The SVG images in an SVG. */
export const iconsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/href="data:image\/svg\+xml;base64,([^"]*)"/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString(),
  );
