/** Turns pictures into pixels under Node: resvg's native code for what is plain, its WebAssembly in a thread for all else. */
import { ignoreDiagnostics, type Report } from '../../diagnostics.js';
import { DEFAULT_LIMITS, type Limits } from '../../limits.js';
import { type NativePicture, Rasterizer } from '../raster/rasterizer.js';
import type { DrawingRequest } from '../raster/resvg.js';
import { drawIsolated } from './isolatedResvg.js';
import { plainFontFiles } from './packagedAssets.js';

/** What makes drawers of pictures. resvg's native module is loaded by the first call. */
export async function nodeRasterizers(): Promise<(limits: Limits, report: Report) => Rasterizer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const native = (document: string, settings: DrawingRequest['options']): NativePicture => {
    const picture = new Resvg(document, { ...settings, font: { loadSystemFonts: false } });
    return {
      get width() {
        return picture.width;
      },
      get height() {
        return picture.height;
      },
      png: () => picture.render().asPng(),
      render: () => picture.render(),
    };
  };
  return (limits, report) => new Rasterizer({ ask: drawIsolated, native, fonts: plainFontFiles, limits, report });
}

/** A drawer of pictures that tells nobody of what it can't draw; default limits: the usual ones. */
export const createDrawer = async (limits: Limits = DEFAULT_LIMITS): Promise<Rasterizer> =>
  (await nodeRasterizers())(limits, ignoreDiagnostics);
