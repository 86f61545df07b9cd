/** An export in draw.io's manner, beyond what mxsvg's own options say. */
import type { HtmlOptions } from '../../options.js';

/** What draw.io's manner decides of an export beyond mxsvg's own options; plain data. */
export interface DrawioChoices {
  /** The format as it was named, which is what the file's name ends in: "jpeg" is none of mxsvg's. */
  readonly ending: string;
  /** The pages by their 0-based places, both ends included; past the last one is the last one. Undefined: all. */
  readonly pages: { readonly from: number; readonly to: number } | undefined;
  /** What -o names is a folder that is there. */
  readonly intoFolder: boolean;
  readonly html: Pick<HtmlOptions, 'editLink' | 'fit' | 'linkColor' | 'linkTarget' | 'theme' | 'zoomControls'>;
}
