/** Unicode's bidirectional algorithm, through bidi-js. */
import bidiFactory from 'bidi-js';

interface Bidi {
  getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
  getMirroredCharacter(character: string): string | null;
}

// The package's types describe its CommonJS build, whose default export is wrapped.
const createBidi = bidiFactory as unknown as () => Bidi;

let bidi: Bidi | undefined;

function algorithm(): Bidi {
  bidi ??= createBidi();
  return bidi;
}

/** The embedding level of each UTF-16 unit. */
export const embeddingLevels = (text: string, base: 'ltr' | 'rtl'): Uint8Array =>
  algorithm().getEmbeddingLevels(text, base).levels;

/** The character that faces the other way; undefined for those that have none. */
export const mirroredCharacter = (character: string): string | undefined =>
  algorithm().getMirroredCharacter(character) ?? undefined;
