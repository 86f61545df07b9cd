/** Families of fonts by name: which a bundled font is made for, and which bundled font is of the kind of all others. */

export type BundledFamily = 'Arimo' | 'Tinos' | 'Cousine' | 'monospace';

const named = (families: Readonly<Partial<Record<BundledFamily, readonly string[]>>>): Map<string, BundledFamily> =>
  new Map(
    Object.entries(families).flatMap(([bundled, names]) =>
      names.map((name): [string, BundledFamily] => [name, bundled as BundledFamily]),
    ),
  );

/** Those that a bundled font has the metrics of, the bundled fonts themselves, and CSS's generic families. */
const BUNDLED: ReadonlyMap<string, BundledFamily> = named({
  Arimo: ['arial', 'helvetica', 'arimo', 'liberation sans', 'sans-serif', 'system-ui'],
  Tinos: ['times', 'times new roman', 'tinos', 'liberation serif', 'serif'],
  Cousine: ['courier', 'courier new', 'cousine', 'liberation mono'],
  monospace: ['monospace'],
});

/** Companions of Arial, which Linux machines have Liberation Sans for: they end the search through a list of families. */
const COMPANIONS: ReadonlyMap<string, BundledFamily> = named({ Arimo: ['verdana', 'tahoma'] });

/** Well-known families that aren't bundled, by the kind that they are of. */
const KINDS: ReadonlyMap<string, BundledFamily> = named({
  Arimo: [
    ...['arial black', 'arial narrow', 'arial unicode ms', 'avenir', 'avenir next', 'calibri', 'candara'],
    ...['century gothic', 'corbel', 'dejavu sans', 'fira sans', 'franklin gothic medium', 'futura', 'geneva'],
    ...['gill sans', 'helvetica neue', 'ibm plex sans', 'impact', 'inter', 'lato', 'lucida grande'],
    ...['lucida sans', 'lucida sans unicode', 'microsoft sans serif', 'montserrat', 'noto sans', 'nunito', 'open sans'],
    ...['optima', 'oswald', 'poppins', 'pt sans', 'raleway', 'roboto', 'san francisco', 'segoe ui', 'sf pro'],
    ...['source sans 3', 'source sans pro', 'trebuchet ms', 'ubuntu', 'work sans', '-apple-system'],
    ...['blinkmacsystemfont', 'ui-sans-serif'],
  ],
  Tinos: [
    ...['baskerville', 'book antiqua', 'bookman old style', 'cambria', 'century schoolbook', 'constantia'],
    ...['crimson text', 'dejavu serif', 'didot', 'eb garamond', 'garamond', 'georgia', 'hoefler text'],
    ...['ibm plex serif', 'libre baskerville', 'lora', 'merriweather', 'noto serif', 'palatino'],
    ...['palatino linotype', 'playfair display', 'pt serif', 'roboto serif', 'roboto slab', 'rockwell'],
    ...['source serif pro', 'urw bookman', 'ui-serif'],
  ],
  Cousine: [
    ...['andale mono', 'cascadia code', 'cascadia mono', 'consolas', 'dejavu sans mono', 'fira code', 'fira mono'],
    ...['hack', 'ibm plex mono', 'inconsolata', 'jetbrains mono', 'lucida console', 'lucida sans typewriter'],
    ...['menlo', 'monaco', 'noto sans mono', 'pt mono', 'roboto mono', 'sf mono', 'source code pro'],
    ...['space mono', 'ubuntu mono', 'ui-monospace'],
  ],
});

/** Chromium's own default. */
const DEFAULT_FAMILY: BundledFamily = 'Tinos';

/** Whether a bundled font is what a family's name stands for: no other of the machine would be wider or narrower. */
export const isBundled = (family: string): boolean => BUNDLED.has(family.toLowerCase());

/** The bundled font that is found by a family's name. */
export const standInFor = (family: string): BundledFamily | undefined => {
  const name = family.toLowerCase();
  return BUNDLED.get(name) ?? COMPANIONS.get(name);
};

/** The bundled font for a list of families of which none is there: of the kind of the first that is known. */
export const kindOf = (families: readonly string[]): BundledFamily =>
  families.map((family) => KINDS.get(family.toLowerCase())).find((kind) => kind !== undefined) ?? DEFAULT_FAMILY;
