/** What is written of any diagram draws the same, and a picture that holds its diagram is known to show it. */
import { describe, expect, test } from 'vitest';
import {
  drawioXml,
  layers,
  layout,
  MxsvgError,
  parse,
  type RenderOptions,
  render,
  renderPng,
  verify,
} from '../../src/index.js';
import { FuzzInputs, sourceOf } from '../fuzz/inputs.js';
import { type Random, randomOf } from '../fuzz/random.js';
import { goldenNames, goldenSource } from '../golden/files.js';

type Source = string | Uint8Array;

const NOW = new Date('2024-05-06T07:08:09Z');
const SEED = 14;
/** Random diagrams, in groups of so many: a test each. */
const GROUPS = 12;
const IN_A_GROUP = 20;
const GOLDENS = goldenNames();

const inputs = new FuzzInputs();
const groups = Array.from({ length: GROUPS }, (_, group) => group);

/** Which of the random diagrams can be drawn at all: found out once. */
const drawable = new Map<number, boolean>();

/** The random diagrams of a group that can be drawn at all, each with random choices. */
function* diagramsOf(
  group: number,
): Generator<{ readonly source: Source; readonly story: string; readonly random: Random }> {
  for (let index = group * IN_A_GROUP; index < (group + 1) * IN_A_GROUP; index++) {
    const random = randomOf(SEED, index);
    const input = inputs.input(random);
    const source = sourceOf(input);
    if (!drawable.has(index)) {
      drawable.set(index, outcome(() => render(source, { now: NOW })).error === undefined);
    }
    if (drawable.get(index)) yield { source, story: `${index}: ${input.story}`, random };
  }
}

/** What drawing gives, or the code of the error that it ends in. */
function outcome<T>(draw: () => T): { readonly value?: T; readonly error?: string } {
  try {
    return { value: draw() };
  } catch (error) {
    if (error instanceof MxsvgError) return { error: error.code };
    throw error;
  }
}

/** The pictures of all pages, and what is said of them. */
const drawn = (source: Source) =>
  parse(source).pages.map((_, index) => {
    const diagnostics: unknown[] = [];
    return {
      picture: outcome(() =>
        render(source, { page: index + 1, now: NOW, diagnostics: (each) => diagnostics.push(each) }),
      ),
      diagnostics,
    };
  });

describe('a diagram written as XML', () => {
  test.each(groups)('draws the same, page by page, and is written the same again: random diagrams %i', (group) => {
    for (const { source, story } of diagramsOf(group)) {
      const { value: xml } = outcome(() => drawioXml(source));
      if (xml === undefined) continue;
      expect(drawn(xml), story).toEqual(drawn(source));
      expect(drawioXml(xml), story).toBe(xml);
      expect(drawioXml(drawioXml(source, { compressed: true })), story).toBe(xml);
    }
  });
});

/** Options that a picture with a diagram inside may be drawn with. */
function randomOptions(source: Source, random: Random): RenderOptions {
  const pages = parse(source).pages.length;
  const page = random.chance(0.6) ? 1 + random.below(pages) : undefined;
  const maybe = <T>(make: () => T): T | undefined => (random.chance(0.2) ? make() : undefined);
  const known = outcome(() => ({
    layers: layers(source, page).map(({ id }) => id),
    cells: layout(source, { page }).cells.map(({ id }) => id),
  })).value;
  return {
    page,
    embedDiagram: random.pick(['compressed', 'plain'] as const),
    embedPages: random.pick(['all', 'drawn', undefined] as const),
    layers: maybe(() => random.some(2, () => random.pick([0, ...(known?.layers ?? [])]))),
    cells: maybe(() => random.some(3, () => random.pick(known?.cells ?? ['1']))),
    scale: maybe(() => random.pick([0.5, 1.37, 2])),
    width: maybe(() => 100 + random.below(200)),
    height: maybe(() => 100 + random.below(200)),
    border: maybe(() => random.pick([0, 2.5, 10])),
    size: maybe(() => random.pick(['diagram', 'page'] as const)),
    theme: maybe(() => random.pick(['light', 'dark', 'auto'] as const)),
    background: maybe(() => random.pick(['none', '#ff0000', 'light-dark(red, blue)', 'rgb(1 2 3 / 50%)'])),
    text: maybe(() => random.pick(['native', 'outline', 'none'] as const)),
    grid: maybe(() => random.pick([true, { size: 7, steps: 3, color: 'red' }])),
    pretty: maybe(() => true),
    animate: maybe(() => true),
    embedFonts: maybe(() => true),
    linkTarget: maybe(() => random.pick(['auto', 'new-win', 'same-win'] as const)),
    idPrefix: maybe(() => 'x:é-'),
    fileName: maybe(() => 'a "b" <c>&--é.drawio'),
    systemFonts: maybe(() => random.pick(['fallback', 'all', 'none'] as const)),
    pageNumber: maybe(() => 1 + random.below(99)),
    pageCount: maybe(() => 1 + random.below(99)),
    now: maybe(() => NOW),
  };
}

/** A picture as the options ask for it, now and then as PNG; undefined where it can't be drawn so. */
async function pictureOf(source: Source, options: RenderOptions, asPng: boolean): Promise<Uint8Array | undefined> {
  try {
    return asPng
      ? await renderPng(source, { ...options, width: 150, height: 150 })
      : new TextEncoder().encode(render(source, options));
  } catch (error) {
    if (error instanceof MxsvgError) return undefined;
    throw error;
  }
}

/** What a picture drawn with random options is found to be. */
async function verified(source: Source, random: Random): Promise<string | undefined> {
  const options = randomOptions(source, random);
  const picture = await pictureOf(source, options, random.chance(0.15));
  if (picture === undefined) return undefined;
  const { state, reason, redraw } = await verify(picture);
  expect(parse(await redraw()).pages).toEqual(parse(picture).pages);
  return `${state}: ${reason}${state === 'stale' ? ` with ${JSON.stringify(options)}` : ''}`;
}

const FRESH = [undefined, 'fresh: drawn again, it is the same'];

describe('a picture that holds its diagram is fresh', () => {
  test.each(groups)('of random diagrams %i', async (group) => {
    for (const { source, story, random } of diagramsOf(group))
      expect(FRESH, story).toContain(await verified(source, random));
  });

  test.each(GOLDENS)('of %s', async (name) => {
    expect(FRESH).toContain(await verified(goldenSource(name), randomOf(SEED, GOLDENS.indexOf(name))));
  });
});
