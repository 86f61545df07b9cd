/** Finds stencils: in the bundled libraries by name, or inline in the style. */
import { assetPackOf } from '../assetPack.js';
import type { Assets } from '../assets.js';
import { decompressPage, Inflation } from '../decode/compression.js';
import { parseXml } from '../decode/xml.js';
import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { withInkedStencils } from './inkedStencils.js';
import type { Shape } from './shape.js';
import { type ProgramLookup, stencilShape } from './stencil.js';
import { stencilsOfFolder } from './stencilFolder.js';
import { readStencil, type StencilProgram } from './stencilProgram.js';

/**
 * Takes a full name ("mxgraph.aws4.lambda") or the stencil itself ("stencil(…)"); undefined where there is none. What
 * stencils in styles inflate to counts with `inflation`; throws MxsvgError 'limit-exceeded' past its limit.
 */
export type StencilLookup = (name: string, inflation?: Inflation) => Shape | undefined;

/** Stencils kept read, and inline ones kept as shapes. */
const KEPT = 1000;

/** The stencils over an asset pack. A library is read when it is first named, a shape when it is first drawn. */
export function createStencilLookup(assets: Assets): StencilLookup {
  const pack = assetPackOf(assets);
  const bundled = (name: string): StencilProgram | undefined => {
    const json = pack.stencil(name);
    return json === undefined ? undefined : (JSON.parse(json) as StencilProgram);
  };
  const own = stencilsOfFolder(assets);
  const program: ProgramLookup = remembered(withInkedStencils((name) => own(name) ?? bundled(name)));
  return remembered((name: string, inflation = new Inflation(DEFAULT_LIMITS)): Shape | undefined => {
    const found = name.startsWith('stencil(') ? readInline(name, inflation) : program(name);
    return found && stencilShape(found, program);
  });
}

/**
 * The program of a style "stencil(…)": base64 of deflated, URL-encoded XML. Undefined when any of these fails: draw.io
 * draws a rectangle then.
 */
function readInline(value: string, inflation: Inflation): StencilProgram | undefined {
  const data = value.slice('stencil('.length, -1);
  try {
    const xml = decompressPage(data, `Stencil ${inflation.parts + 1} of the page’s styles`, inflation);
    return readStencil(parseXml(xml, { origin: 'the stencil in the style', limits: inflation.limits }));
  } catch (error) {
    if (error instanceof MxsvgError && error.code === 'limit-exceeded') throw error;
    // The caller reports the missing stencil.
    return undefined;
  }
}

function remembered<T, Rest extends unknown[]>(
  find: (name: string, ...rest: Rest) => T,
): (name: string, ...rest: Rest) => T {
  const known = new Map<string, T>();
  return (name, ...rest) => {
    if (known.has(name)) return known.get(name) as T;
    if (known.size >= KEPT) known.clear();
    const found = find(name, ...rest);
    known.set(name, found);
    return found;
  };
}
