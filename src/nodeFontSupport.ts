/** What Node adds to the bundled fonts: HarfBuzz, and the fonts of this machine. Both are read when first needed. */
import { nodeShaper } from './nodeShaping.js';
import { readSystemFonts } from './nodeSystemFonts.js';
import type { FontSupport } from './text/fonts.js';

export const nodeFontSupport: FontSupport = { shaper: nodeShaper, systemFonts: readSystemFonts };
