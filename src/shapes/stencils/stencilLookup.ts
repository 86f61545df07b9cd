/** Finds stencils: in the bundled libraries by name, or inline in the style. */

import { assetPackOf, brokenAssets } from '../../assets/assetPack.js';
import type { Assets } from '../../assets/assets.js';
import { decompressPage, Inflation } from '../../decode/compression.js';
import { parseXml } from '../../decode/xml.js';
import { MxsvgError } from '../../diagnostics.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import { BoundedCache, dataSize } from '../../primitives/boundedCache.js';
import type { Shape } from '../shape.js';
import { withInkedStencils } from './inkedStencils.js';
import { unpackStencil } from './packedStencil.js';
import { type ProgramLookup, stencilShape } from './stencil.js';
import { stencilsOfFolder } from './stencilFolder.js';
import { readStencil, type StencilProgram } from './stencilProgram.js';

/**
 * Takes a full name ("mxgraph.aws4.lambda") or the stencil itself ("stencil(…)"); undefined where there is none. What
 * stencils in styles inflate to counts with `inflation`; throws MxsvgError 'limit-exceeded' past its limit.
 */
export type StencilLookup = (name: string, inflation?: Inflation) => Shape | undefined;

/** What stencils that are kept read may take, and inline ones that are kept as shapes, bytes each. */
const KEPT = 32 * 1024 * 1024;

/** A stencil as a shape. */
interface Known {
  readonly shape: Shape | undefined;
  readonly size: number;
  /** What it inflated to, bytes. */
  readonly inflated: number;
}

/** The stencils over an asset pack. A library is read when it is first named, a shape when it is first drawn. */
export function createStencilLookup(assets: Assets): StencilLookup {
  const pack = assetPackOf(assets);
  const bundled = (name: string): StencilProgram | undefined => {
    const packed = pack.stencil(name);
    return packed && packedProgram(name, packed);
  };
  const own = stencilsOfFolder(assets);
  const find = withInkedStencils((name) => own(name) ?? bundled(name));
  const programs = new BoundedCache<string, StencilProgram | undefined>(KEPT, dataSize);
  const program: ProgramLookup = (name) => programs.remember(name, find);
  const shapes = new BoundedCache<string, Known>(KEPT, ({ size }) => size);
  const read = (name: string, inflation: Inflation): Known => {
    const found = name.startsWith('stencil(') ? readInline(name, inflation) : program(name);
    const shape = found && stencilShape(found, program);
    return { shape, size: dataSize(found), inflated: inflation.lengthOf(name) };
  };
  return (name, inflation = new Inflation(DEFAULT_LIMITS)) => {
    const { shape, inflated } = shapes.remember(name, (text) => read(text, inflation));
    // What is known already counts as what is read.
    if (inflated > 0) inflation.take(name, inflated, nameOf(inflation));
    return shape;
  };
}

const nameOf = (inflation: Inflation): string => `Stencil ${inflation.parts + 1} of the page’s styles`;

function packedProgram(name: string, packed: Uint8Array): StencilProgram {
  try {
    return unpackStencil(packed);
  } catch (cause) {
    throw brokenAssets(`Stencil "${name}" of an asset pack can't be read (${String(cause)}).`, cause);
  }
}

/**
 * The program of a style "stencil(…)": base64 of deflated, URL-encoded XML. Undefined when any of these fails: draw.io
 * draws a rectangle then.
 */
function readInline(value: string, inflation: Inflation): StencilProgram | undefined {
  const data = value.slice('stencil('.length, -1);
  try {
    const xml = decompressPage(data, nameOf(inflation), inflation, value);
    return readStencil(parseXml(xml, { origin: 'the stencil in the style', limits: inflation.limits }));
  } catch (error) {
    if (error instanceof MxsvgError && error.code === 'limit-exceeded') throw error;
    // The caller reports the missing stencil.
    return undefined;
  }
}
