/** What Mermaid's model of a Venn diagram holds: sets, what they have in common, texts in them, and styles. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, quantity, type Reader, record, text } from '../text/readers.js';

/** A set, or what several of them have in common. */
export interface VennArea {
  /** Their names, in order. */
  readonly sets: readonly string[];
  /** Of any unit: areas are in proportion to them. */
  readonly size: number;
  readonly label?: string;
}

/** A text in an area. */
export interface VennText {
  readonly sets: readonly string[];
  readonly id: string;
  readonly label?: string;
}

export interface VennModel {
  readonly title: string;
  readonly areas: readonly VennArea[];
  readonly texts: readonly VennText[];
  /** CSS properties by the key of an area, or the name of a text. */
  readonly styles: ReadonlyMap<string, VennStyle>;
}

export type VennStyle = ReadonlyMap<string, string>;

/** What one area is told from others by. */
export const areaKey = (sets: readonly string[]): string => sets.join('|');

/** No area has less than nothing: Mermaid's layout fails for one that is given as that. */
const size: Reader<number> = (value) => Math.max(0, quantity(value) ?? 0);
const area = record<VennArea>({ sets: always(texts, []), size, label: text });
const textNode = record<VennText>({ sets: always(texts, []), id: named, label: text });

const declarations: Reader<VennStyle> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const read = Object.entries(value).map(([property, each]) => [property, text(each) ?? ''] as const);
  return new Map(read.filter(([, each]) => each !== ''));
};
const styleEntry = record<{ readonly targets: readonly string[]; readonly styles: VennStyle }>({
  targets: always(texts, []),
  styles: always(declarations, new Map()),
});

export function readVenn(model: RawModel): VennModel {
  const styles = new Map<string, VennStyle>();
  for (const entry of list(styleEntry)(asked(model, 'getStyleData')) ?? []) {
    const key = areaKey(entry.targets);
    styles.set(key, new Map([...(styles.get(key) ?? []), ...entry.styles]));
  }
  const given = list(area)(asked(model, 'getSubsetData')) ?? [];
  return {
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    areas: withPairs(given.filter(({ sets }) => sets.length > 0)),
    texts: list(textNode)(asked(model, 'getTextData')) ?? [],
    styles,
  };
}

/** Sets that three or more have something in common of overlap two by two, by a quarter of the smaller one. */
function withPairs(areas: readonly VennArea[]): readonly VennArea[] {
  const known = new Set(areas.map(({ sets }) => areaKey(sets)));
  const sizes = new Map(areas.filter(({ sets }) => sets.length === 1).map(({ sets, size }) => [sets[0], size]));
  const added: VennArea[] = [];
  for (const { sets } of areas) {
    if (sets.length < 3) continue;
    for (const [index, first] of sets.entries()) {
      for (const second of sets.slice(index + 1)) {
        const pair = [first, second];
        if (known.has(areaKey(pair))) continue;
        known.add(areaKey(pair));
        const size = Math.min(sizes.get(first) ?? UNKNOWN_SIZE, sizes.get(second) ?? UNKNOWN_SIZE) / 4;
        added.push({ sets: pair, size });
      }
    }
  }
  return [...areas, ...added];
}

/** What a set without a size has. */
const UNKNOWN_SIZE = 10;
