/** The shaper under Node: HarfBuzz from the asset pack, read when a text first needs it. */
import { SHAPER_FILE, SUBSETTER_FILE } from '../../assets/packNames.js';
import { createShaper } from '../../shaping/harfbuzz.js';
import type { Shaper } from '../../shaping/shaping.js';
import { compiledModule } from './packagedAssets.js';

let shaper: Shaper | undefined;

/** The shaper of this process. */
export function nodeShaper(): Shaper {
  shaper ??= createShaper({
    harfbuzz: () => compiledModule(SHAPER_FILE),
    subset: () => compiledModule(SUBSETTER_FILE),
  });
  return shaper;
}
