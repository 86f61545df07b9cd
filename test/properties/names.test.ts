/** Names that every JavaScript object has mean nothing in a file: they are drawn as any other unknown name is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, render } from '../../src/index.js';

const GOLDEN = path.resolve(import.meta.dirname, '../../golden');
const AREAS = ['edges', 'libraries', 'notations', 'route', 'shapes', 'style', 'text', 'uml'];
const files = AREAS.flatMap((area) =>
  readdirSync(path.join(GOLDEN, area))
    .filter((name) => name.endsWith('.drawio'))
    .map((name) => `${area}/${name}`),
);

/** As long as each other, so that text keeps its place, and of letters as wide. */
const PAIRS = [
  ['constructor', 'constructer'],
  ['toString', 'toStrinp'],
  ['__proto__', '__prota__'],
] as const;

/** What is drawn with every value of every style key, and of every attribute of labels' HTML, replaced by a name. */
function drawn(xml: string, name: string): string {
  const styled = xml.replace(/(?<=[;"][A-Za-z]\w*=)[^;"&]+(?=;)/g, name);
  const written = styled.replace(/(?<=&quot;|: ?)[\w#-]+(?=&quot;|;)/g, (value) =>
    /^html$/.test(value) ? value : name,
  );
  const diagnostics: Diagnostic[] = [];
  const svg = render(written, { diagnostics });
  return svg.replaceAll(name, 'NAME');
}

describe.each(PAIRS)('%s', (name, other) => {
  test.each(files)('in %s', (file) => {
    const xml = readFileSync(path.join(GOLDEN, file), 'utf8');
    expect(drawn(xml, name) === drawn(xml, other)).toBe(true);
  });
});
