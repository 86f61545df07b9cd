/** Where fonts, stencil libraries and icons come from. The core only knows this interface; nodeAssets.ts reads files. */

/** A place of packed data files. */
export interface Pack {
  /** A data file by its path inside the pack ("stencils/…", "images/…"); undefined if absent. */
  file(path: string): Uint8Array | undefined;
}

export interface Assets extends Pack {
  /** The bytes of a bundled font file, by file name without ending, e.g. "Arimo_400Regular"; undefined if absent. */
  font(name: string): Uint8Array | undefined;
  /**
   * A file of a draw.io web application by its path there ("stencils/aws4.xml", "img/lib/azure2/…"), asked before the
   * pack; undefined if absent. For stencils and icons newer than the bundled ones.
   */
  raw?(path: string): Uint8Array | undefined;
  /** The paths of all files that `raw` has below a folder, where they can be listed. */
  rawFiles?(folder: string): readonly string[];
  /** More packs: their stencils and icons go before the bundled ones, the first pack's first. Called when one is needed. */
  added?(): readonly Pack[];
}

export const NO_ASSETS: Assets = { font: () => undefined, file: () => undefined };
