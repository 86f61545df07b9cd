/** Where fonts, stencil libraries and icons come from. The core only knows this interface; nodeAssets.ts reads files. */

export interface Assets {
  /** The bytes of a bundled font file, by file name without ending, e.g. "Arimo_400Regular"; undefined if absent. */
  font(name: string): Uint8Array | undefined;
  /** A bundled data file by its path inside the asset pack ("stencils/…", "img/…"); undefined if absent. */
  file(path: string): Uint8Array | undefined;
  /**
   * A file of a draw.io web application by its path there ("stencils/aws4.xml", "img/lib/azure2/…"), asked before the
   * pack; undefined if absent. For stencils and icons newer than the bundled ones.
   */
  raw?(path: string): Uint8Array | undefined;
}

export const NO_ASSETS: Assets = { font: () => undefined, file: () => undefined };
