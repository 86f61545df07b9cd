/** What Node adds to the bundled fonts: HarfBuzz, and the fonts of this machine. Both are read when first needed. */

import type { FontSupport } from '../../shaping/fontLibrary.js';
import { readSystemFonts } from './installedFonts.js';
import { nodeShaper } from './shaper.js';

export const nodeFontSupport: FontSupport = { shaper: nodeShaper, systemFonts: readSystemFonts };
