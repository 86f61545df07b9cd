/** A folder for each test of a door, with the diagrams that it draws. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Three pages: First has the words "A & B", Second "Second page", Third "The third page". */
const PAGES = path.join(PROJECT, 'golden/decode/pages.drawio');

export const MERMAID = 'flowchart LR\n  a[Write] --> b{Reviewed?}\n';

/** A page with a gradient, so that its SVG has ids. */
export const GRADIENT = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="{{ braces }}" style="fillColor=#ff0000;gradientColor=#0000ff;" vertex="1" parent="1">
<mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>`;

export interface Folder {
  at(name: string): string;
  read(name: string): string;
  write(name: string, content: string): void;
}

/** To be called at the top of a test file. The folder holds pages.drawio, flow.mmd and gradient.drawio. */
export function diagramFolder(): Folder {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-door-'));
    copyFileSync(PAGES, at('pages.drawio'));
    write('flow.mmd', MERMAID);
    write('gradient.drawio', GRADIENT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return { at, read: (name) => readFileSync(at(name), 'utf8'), write };
}

/** All ids in a document, in order. */
export const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);

/** What references in it name: url(#…), href="#…" and the labels of accessible pictures. */
export const referencesIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:url\(#|href="#|aria-(?:labelledby|describedby)=")([^")]+)/g)].map(([, id = '']) => id);
