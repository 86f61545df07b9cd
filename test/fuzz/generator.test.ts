/** The inputs of a fuzz run: what they depend on, and that nothing is left out of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { properties } from '../../src/html/properties.js';
import { MxsvgError, render } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { KINDS } from '../../src/mermaid/kinds.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';
import { EDGE_STYLES } from '../../src/route/registry.js';
import { MARKERS } from '../../src/shapes/edges/markers.js';
import { EDGE_SHAPES, SHAPES } from '../../src/shapes/registry.js';
import { Style } from '../../src/style/style.js';
import { type Case, Cases } from './cases.js';
import { CONTAINER_NAMES, wrap } from './containers.js';
import { imageUri } from './images.js';
import { FuzzInputs, sourceOf } from './inputs.js';
import { caseText, readCase } from './keep.js';
import { randomHtml } from './labels.js';
import { GRAMMARS, randomMermaid } from './mermaid.js';
import { TABLES } from './options.js';
import { OUTPUTS } from './outputs.js';
import { Random, randomOf } from './random.js';
import { keysOfSource, Vocabulary } from './vocabulary.js';

const GOLDEN = path.resolve(import.meta.dirname, '../../golden');

let many: readonly Case[];

beforeAll(() => {
  const cases = new Cases();
  many = Array.from({ length: 5000 }, (_, index) => cases.case(11, index));
});

describe('a case', () => {
  test('depends on its seed and its index alone', () => {
    const [one, another] = [new Cases(), new Cases()];
    another.case(5, 1);
    expect(another.case(5, 700)).toEqual(one.case(5, 700));
    expect(one.case(5, 700)).toEqual(one.case(5, 700));
    expect(one.case(6, 700)).not.toEqual(one.case(5, 700));
    expect(new Set(many.map(caseText)).size).toBe(many.length);
  });

  test('survives being kept', () => {
    for (const each of many.slice(0, 300)) {
      const again = readCase(caseText(each));
      expect(caseText(again)).toBe(caseText(each));
      expect(again.options).toEqual(each.options);
    }
    const odd: Case = { ...(many[0] as Case), options: { scale: Number.NaN, border: -Infinity } };
    expect(readCase(caseText(odd)).options).toEqual(odd.options);
  });

  test('has every output, option, container and kind of damage', () => {
    const chosen = Object.entries(OUTPUTS).flatMap(([name, { weight }]) => (weight > 0 ? [name] : []));
    expect(new Set(many.map(({ output }) => output))).toEqual(new Set(chosen));
    const options = new Set(many.flatMap(({ options }) => Object.keys(options)));
    const known = Object.values(TABLES).flatMap((table) => Object.keys(table));
    expect(known.filter((name) => !options.has(name))).toEqual([]);
    const containers = new Set(many.map(({ input }) => input.container));
    expect(CONTAINER_NAMES.filter((name) => !containers.has(name))).toEqual([]);
    for (const isThere of [
      ({ input }: Case) => input.damage !== undefined,
      ({ twice }: Case) => twice,
      ({ other }: Case) => other !== undefined,
      ({ options }: Case) => 'page' in options,
      ({ options }: Case) => 'pages' in options,
    ]) {
      expect(many.some(isThere)).toBe(true);
    }
  });

  test('is mostly one that is drawn', () => {
    let drawn = 0;
    const some = many.filter(({ input }) => input.language === 'drawio').slice(0, 100);
    for (const { input } of some) {
      try {
        render(sourceOf(input));
        drawn += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(MxsvgError);
      }
    }
    expect(drawn).toBeGreaterThan(some.length / 2);
  });
});

describe('the vocabulary', () => {
  test('has every style key that is asked for while anything is drawn', () => {
    const asked = new Set<string>();
    const restore = listenTo(Style.prototype, (key) => asked.add(key));
    onTestFinished(restore);
    const files = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.drawio'));
    for (const file of files) drawn(readFileSync(path.join(GOLDEN, file), 'utf8'));
    for (const name of [...SHAPES.keys(), ...EDGE_SHAPES.keys()]) {
      for (const kind of ['vertex', 'edge']) {
        drawn(
          `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell value="a" style="shape=${name};html=1" ${kind}="1" parent="1"><mxGeometry width="80" height="40" as="geometry"><mxPoint as="sourcePoint"/><mxPoint x="90" y="50" as="targetPoint"/></mxGeometry></mxCell></root></mxGraphModel>`,
        );
      }
    }
    expect(asked.size).toBeGreaterThan(400);
    const known = new Set(keysOfSource());
    // Variables of images are read by the names that these give them.
    expect([...asked].filter((key) => !known.has(key) && !key.startsWith('--'))).toEqual([]);
  });

  test('has every shape, edge style and marker, and every CSS property', () => {
    const random = new Random(3);
    const vocabulary = new Vocabulary([]);
    const styles = Array.from({ length: 40_000 }, () => vocabulary.vertexStyle(random)).join(';');
    const edges = Array.from({ length: 3000 }, () => vocabulary.edgeStyle(random)).join(';');
    const missing = (names: Iterable<string>, key: string, text: string) => {
      const found = new Set(text.split(';'));
      return [...names].filter((name) => !found.has(`${key}=${name}`));
    };
    expect(missing([...SHAPES.keys(), ...EDGE_SHAPES.keys()], 'shape', styles)).toEqual([]);
    expect(missing(EDGE_STYLES.keys(), 'edgeStyle', edges)).toEqual([]);
    expect(missing(MARKERS.keys(), 'endArrow', edges)).toEqual([]);
    const labels = Array.from({ length: 4000 }, () => randomHtml(random)).join('');
    expect([...properties.keys()].filter((name) => !labels.includes(`${name}:`))).toEqual([]);
  });
});

const ACCESSORS = ['has', 'isNone', 'get', 'string', 'number', 'flag', 'color'] as const;

/** Tells of every key that styles are asked for, until what it returns is called. A spy would keep millions of calls. */
function listenTo(styles: Style, tell: (key: string) => void): () => void {
  const own = ACCESSORS.map((name) => Object.getOwnPropertyDescriptor(styles, name) as PropertyDescriptor);
  for (const [i, name] of ACCESSORS.entries()) {
    const { value: answer } = own[i] as { readonly value?: (this: Style, key: string, ...rest: unknown[]) => unknown };
    if (answer === undefined) throw new Error(`styles have no ${name}`);
    const value = function (this: Style, key: string, ...rest: unknown[]): unknown {
      tell(key);
      return answer.call(this, key, ...rest);
    };
    Object.defineProperty(styles, name, { ...own[i], value });
  }
  return () => {
    for (const [i, name] of ACCESSORS.entries()) Object.defineProperty(styles, name, own[i] as PropertyDescriptor);
  };
}

function drawn(source: string): void {
  try {
    render(source);
  } catch (error) {
    expect(error).toBeInstanceOf(MxsvgError);
  }
}

describe('containers', () => {
  test.each(CONTAINER_NAMES.map((name) => [name]))('%s gives the diagram back', (name) => {
    const xml =
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="é" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></root></mxGraphModel>';
    expect(render(wrap(xml, name))).toContain('<rect ');
  });
});

describe('images', () => {
  test('are of every kind, some too large by what they say', () => {
    const random = new Random(1);
    const uris = Array.from({ length: 3000 }, () => imageUri(random));
    for (const kind of ['png', 'jpeg', 'gif', 'webp', 'bmp', 'svg+xml']) {
      expect(uris.some((uri) => uri.startsWith(`data:image/${kind}`))).toBe(true);
    }
    const bytes = uris.map((uri) => Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64'));
    expect(bytes.some((each) => each.length > 2 && each.readUInt16BE(0) === 0xfffe)).toBe(true);
    expect(
      bytes.some((each) => each.toString('latin1', 1, 4) === 'PNG' && each.length > 24 && each.readUInt32BE(16) > 1e9),
    ).toBe(true);
    expect(
      uris.some((uri) => decodeURIComponent(uri.startsWith('data:image/svg+xml,') ? uri : '').includes('<script')),
    ).toBe(true);
  });
});

describe('Mermaid texts', () => {
  test('are of every kind', () => {
    expect(Object.keys(GRAMMARS).sort()).toEqual(KINDS.map(({ names }) => names[0]).sort());
  });

  // A kind whose texts are refused one and all tries nothing of what draws it.
  test.each(Object.entries(GRAMMARS))('of the kind %s are drawn, three of sixty at least', (name, grammar) => {
    let drawn = 0;
    for (let index = 0; index < 60 && drawn < 3; index++) {
      const text = randomMermaid(randomOf(5, index), grammar);
      try {
        const file = mermaidToDrawio(text, { systemFonts: 'none' });
        const isOwn = parseMermaid(text).kind.names[0] === name;
        // Beside the root, its layer and the diagram's group.
        if (isOwn && file.split('<mxCell ').length - 1 > 3) drawn++;
      } catch (error) {
        expect(error).toBeInstanceOf(MxsvgError);
      }
    }
    expect(drawn).toBe(3);
  });
});

test('an input of a golden keeps a few of its cells', () => {
  const inputs = new FuzzInputs();
  for (let index = 0; index < 200; index++) {
    const { text, story } = inputs.input(randomOf(4, index));
    if (/^[\w/-]+\.drawio$/.test(story)) expect(text.match(/<mxGeometry/g)?.length ?? 0).toBeLessThanOrEqual(12);
  }
});
