/** The fonts that an SVG document holds itself: a web font for each face that its text is set in. */
import { toBase64 } from '../../decode/base64.js';
import type { Report } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import type { FontFace } from '../../drawing/textBlock.js';
import { textsByFace } from './textsByFace.js';

export interface EmbeddedFonts {
  /** The family that each face goes by inside the document. */
  readonly families: ReadonlyMap<FontFace, string>;
  /** The markup that defines them; empty where there are none. */
  readonly styleSheet: string;
}

export const NO_EMBEDDED_FONTS: EmbeddedFonts = { families: new Map(), styleSheet: '' };

/** A font for each face of the scene's text, with just the glyphs of the texts set in it. */
export function embeddedFonts(scene: Scene, report?: Report): EmbeddedFonts {
  const families = new Map<FontFace, string>();
  const rules: string[] = [];
  for (const [face, texts] of textsByFace([scene])) {
    const font = face.webFont([...texts]);
    if (!font) {
      report?.({
        code: 'missing-font',
        message: `The font ${face.family} is not embedded: its licence does not allow that.`,
      });
      continue;
    }
    const family = familyName(face, font);
    families.set(face, family);
    rules.push(
      `@font-face{font-family:${family};font-weight:${face.weight};font-style:${face.italic ? 'italic' : 'normal'};` +
        `src:url(data:font/woff;base64,${toBase64(font)}) format('woff')}`,
    );
  }
  return { families, styleSheet: rules.length === 0 ? '' : `<style>${rules.join('')}</style>` };
}

/**
 * A name of the face's own, so that no installed font answers to it. Documents on one page share their style sheets:
 * the sum of the font keeps the different subsets of one face apart.
 */
function familyName(face: FontFace, font: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (const byte of font) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  const family = face.family.replace(/[^A-Za-z0-9]+/g, '-');
  return `embedded-${family}-${sum.toString(16).padStart(8, '0')}`;
}
