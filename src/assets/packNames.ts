/** The names of the files in the asset pack beside stencils and icons: fonts and what runs as WebAssembly. */

/** What the pack holds, written when it is built: no address is asked for that isn't there. */
export const PACK_CONTENTS = 'contents.json';

/** HarfBuzz, for scripts whose letters join or stack, and what cuts down the fonts that it is needed for. */
export const SHAPER_FILE = 'harfbuzz.wasm';
export const SUBSETTER_FILE = 'harfbuzz-subset.wasm';

/** resvg, which turns pictures into pixels, and the script of the web worker that it runs in. */
export const RESVG_FILE = 'resvg.wasm';
export const RESVG_SCRIPT = 'resvgWorker.js';

/** The file of a bundled font inside the pack, by the name that assets have for it: "Arimo_400Regular". */
export const packedFont = (name: string): string => `fonts/${name}.ttf`;

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The names of the bundled fonts for plain text: a sans, a serif and a monospaced family. */
export const PLAIN_FONTS: readonly string[] = ['Arimo', 'Tinos', 'Cousine'].flatMap((family) =>
  FACES.map((face) => `${family}_${face}`),
);
