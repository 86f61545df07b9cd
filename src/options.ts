/** The options of drawing and layout, and the checks on what they may be. */
import type { Assets } from './assets/assets.js';
import { type Diagnostic, MxsvgError, type Report } from './diagnostics.js';
import type { Limits } from './limits.js';
import type { SystemFontUse } from './shaping/systemFonts.js';
import type { LinkTarget } from './write/links.js';
import type { PaperName } from './write/pdf/paper.js';
import type { TextMode } from './write/svg/textMarkup.js';

export interface LayoutOptions {
  /** 1-based number, name or id of the page; default 1. In a string, digits are a name before a number, and that before an id. */
  readonly page?: number | string;
  /**
   * The layers to show, by 0-based index as in draw.io's command, name or id; digits in a string are an index where there
   * is such a layer. They are shown even where the file hides them, and no others. Default: those the file shows.
   */
  readonly layers?: readonly (number | string)[];
  /** Receives what could not be drawn faithfully: an array that is appended to, or a function. */
  readonly diagnostics?: Diagnostic[] | Report;
  /** More fonts (TTF, OTF or TTC bytes), used before the bundled ones for the families they name. */
  readonly fonts?: readonly Uint8Array[];
  /**
   * What the fonts of this machine are used for, where the renderer knows them: 'fallback' (default), for characters that
   * neither the bundled fonts nor those given have; 'named', also for the families that the diagram names and that no
   * bundled font is made for; 'all', for these too; 'none'.
   */
  readonly systemFonts?: SystemFontUse;
  /** Other stencils and icons, such as folderAssets(path) gives; default those of the renderer. */
  readonly assets?: Assets;
  /** How much is read and drawn before it ends in an error; default: see DEFAULT_LIMITS. */
  readonly limits?: Partial<Limits>;
  /** The file's name, for the placeholder %filename%; default none, which leaves the placeholder as it is. */
  readonly fileName?: string;
  /** The clock behind %date%, %time% and %timestamp%, in the time zone of this machine; default now. */
  readonly now?: Date;
  /** What %pagenumber% shows, counted from 1; default the page's place in its file. */
  readonly pageNumber?: number;
  /** What %pagecount% shows; default the number of pages in the file. */
  readonly pageCount?: number;
  /** Values of placeholders (%name%), before those of the file's own variables; default none. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The language, such as "de", whose labels and data (label_de) are shown where cells have them; default none. */
  readonly language?: string;
  /** Cells are left out all of whose tags are among these; default none. */
  readonly hiddenTags?: readonly string[];
  /**
   * Gives the data URI of an image that is neither in the file nor in the asset pack ("https://…", a path); undefined
   * leaves it out and reports it. Without this nothing is fetched.
   */
  readonly image?: (address: string) => string | undefined;
}

export interface RenderOptions extends LayoutOptions {
  /** Size factor of the printed picture; default 1. */
  readonly scale?: number;
  /** Fits the printed picture, its border included, into this many px; the proportions stay and `scale` is passed over. */
  readonly width?: number;
  /** As `width`; where both are given the picture fits into both. */
  readonly height?: number;
  /** Space around the drawing, px of the page; default 0. */
  readonly border?: number;
  /**
   * What is shown: 'diagram' (default), cropped to the drawing; 'page', all of the sheets that the drawing touches;
   * 'capture', the drawing with the few px around it that draw.io desktop's command leaves when it captures PNG or JPEG; or
   * 'screenshot', the same with those that draw.io's export server leaves.
   */
  readonly size?: CropSize;
  /**
   * The ids of cells to draw, each with all that it contains, and the edges between what is drawn; the crop fits them.
   * Default: all cells.
   */
  readonly cells?: readonly string[];
  /** A CSS colour behind the drawing where its page has none of its own; 'none' leaves out the page's too. Default: none. */
  readonly background?: string;
  /**
   * Draws a grid behind the cells, as draw.io's export server does with `extras.grid`: true for the page's own grid in
   * draw.io's colours. Default: false.
   */
  readonly grid?: boolean | GridOptions;
  /** 'native' (default): real text; 'outline': glyph outlines, the same everywhere without fonts; 'none': no labels. */
  readonly text?: TextMode;
  /** Moves the dashes of edges with flowAnimation=1 (SVG in a browser); default false. */
  readonly animate?: boolean;
  /**
   * 'light' (default), 'dark' as draw.io paints a dark page, or 'auto': an SVG that follows the page that it is shown in
   * (in browsers; other viewers and formats show it light).
   */
  readonly theme?: Theme;
  /** Where links open: 'auto' (default) as the file says, 'new-win' or 'same-win'. */
  readonly linkTarget?: LinkTarget;
  /** Breaks the SVG into indented lines, so that a text comparison shows what changed; default false. */
  readonly pretty?: boolean;
  /**
   * Begins the SVG as draw.io desktop's command does, with an XML declaration and a DOCTYPE, its size in whole px with the
   * unit; default false.
   */
  readonly xmlDeclaration?: boolean;
  /**
   * Puts the diagram's file into the picture (SVG, PNG, PDF, HTML), so that draw.io opens it again: 'compressed', or
   * 'plain', readable. Default: left out.
   */
  readonly embedDiagram?: 'compressed' | 'plain';
  /** Which pages of the embedded file are kept: all, or those drawn; default: those drawn where the options name pages. */
  readonly embedPages?: 'all' | 'drawn';
  /**
   * Put before every id in the SVG; default none. Keeps the pictures of one page apart. Letters, digits, "_", ".", ":" and
   * "-", 200 at most.
   */
  readonly idPrefix?: string;
  /** Puts the fonts of native text into the SVG, cut down to the characters used; default false. */
  readonly embedFonts?: boolean;
  /**
   * Tells who can't see the SVG what is on it: the page's name is its title, cells' labels and connections are its
   * description, and links are named. A Mermaid text's accTitle and accDescr go before them. Default: false.
   */
  readonly accessible?: boolean;
}

/** As of layout, but without `page` all pages are described. */
export type DescribeOptions = Omit<LayoutOptions, 'pageNumber'>;

/** The options that each page of a document has for itself. */
type PagePlace = 'page' | 'pageNumber' | 'pageCount';

export interface GridOptions {
  /** Between two lines, px of the page; default the page's own. Below 4 px it is doubled until it isn't. */
  readonly size?: number;
  /** Every so many lines one is strong, a whole number; default 4. */
  readonly steps?: number;
  /** A CSS colour; default light-dark(#d0d0d0, #424242). */
  readonly color?: string;
}

/** The options of drawing that only SVG has a use for. */
export type SvgOnly =
  | 'text'
  | 'pretty'
  | 'xmlDeclaration'
  | 'animate'
  | 'embedFonts'
  | 'idPrefix'
  | 'linkTarget'
  | 'accessible';

export interface JpegOptions extends Omit<RenderOptions, SvgOnly | 'embedDiagram'> {
  /** Percent, 1 to 100; default 90. */
  readonly quality?: number;
}

/** As of JPEG. */
export type WebpOptions = JpegOptions;

export { PAPER_NAMES, type PaperName } from './write/pdf/paper.js';

/** 1-based numbers, names or ids of pages; default all. */
export type PageList = readonly (number | string)[];

export interface PdfOptions extends Omit<RenderOptions, SvgOnly | PagePlace> {
  readonly pages?: PageList;
  /**
   * Paper that each page's drawing is put on, one sheet each, made smaller where it has no room; `width` and `height` are
   * passed over. Default: as `size` says.
   */
  readonly paper?: PaperName;
  /** Lays that paper on its long side; default false. */
  readonly landscape?: boolean;
  /** What the file says of itself; default nothing. */
  readonly title?: string;
  readonly author?: string;
  readonly date?: Date;
}

export interface HtmlOptions extends Omit<RenderOptions, PagePlace | 'pretty' | 'idPrefix' | 'xmlDeclaration'> {
  readonly pages?: PageList;
  /** Default: the first page's name. */
  readonly title?: string;
  /** Shows the buttons that zoom; default true. */
  readonly zoomControls?: boolean;
  /** Begins with the page fitted into the window; default true, else in its own size. */
  readonly fit?: boolean;
  /** A CSS colour around links under the pointer; default none. */
  readonly linkColor?: string;
  /** The address (http, https or relative) of a page that edits the diagram, behind a link "Edit"; default none. */
  readonly editLink?: string;
}

export interface XmlOptions {
  readonly limits?: Partial<Limits>;
  readonly pages?: PageList;
  /** Packs each page, as draw.io does to save space; default false, readable. */
  readonly compressed?: boolean;
}

/** How bad what a check finds is, the worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

export interface CheckOptions extends LayoutOptions {
  /** The only page to check; default all. */
  readonly page?: number | string;
  /**
   * Words that choose rules and set them, by a rule's name or its family's: "overlap" (only what is so named is checked),
   * "-overlap" or "overlap=off", "overlap=error", "small-text=10". Default: all rules of the severity asked for.
   */
  readonly rules?: readonly string[];
  /** The least severity of rules that are followed unless they are named; default 'warning'. */
  readonly severity?: Severity;
  /** How large the picture will be shown, as in RenderOptions; default 1. */
  readonly scale?: number;
}

export type CropSize = 'diagram' | 'page' | 'capture' | 'screenshot';

export type Theme = 'light' | 'dark' | 'auto';

/** The reporter behind a `diagnostics` option. */
export const reporter = (target: LayoutOptions['diagnostics']): Report =>
  typeof target === 'function' ? target : target ? (diagnostic) => target.push(diagnostic) : () => {};

/** Factors and pixels beyond this are mistakes: what is computed from them would not stay finite. */
const LARGEST = 1e9;

/** A border as given, default 0. Throws MxsvgError 'invalid-option' for what is no length. */
export function checkedBorder(border = 0): number {
  if (border >= 0 && border <= LARGEST) return border;
  throw new MxsvgError('invalid-option', `border must be a number of pixels from 0 to ${LARGEST}, not ${border}.`);
}

/** A time as given, default none. Throws MxsvgError 'invalid-option' for none that a calendar of four digits has. */
export function checkedTime(now: Date | undefined): Date | undefined {
  if (now === undefined || /^\d{4}$/.test(String(now.getFullYear()))) return now;
  throw new MxsvgError('invalid-option', `now must be a time of the years 1000 to 9999, not ${now}.`);
}

/** A count of pages as given, default none. Throws MxsvgError 'invalid-option' for what is none. */
export function checkedCount(name: string, count: number | undefined): number | undefined {
  if (count === undefined || (Number.isSafeInteger(count) && count > 0)) return count;
  throw new MxsvgError('invalid-option', `${name} must be a whole number above zero, not ${count}.`);
}

/** Whether a text can begin an id, in a reference to it as well. */
export const isIdPrefix = (text: unknown): text is string =>
  typeof text === 'string' && /^[\p{L}\p{N}_.:-]{0,200}$/u.test(text);

/** A prefix of ids as given, default none. Throws MxsvgError 'invalid-option' for what can't begin an id. */
export function checkedIdPrefix(prefix = ''): string {
  if (isIdPrefix(prefix)) return prefix;
  throw new MxsvgError(
    'invalid-option',
    `idPrefix must be letters, digits, "_", ".", ":" and "-", 200 at most, not ${JSON.stringify(prefix)?.slice(0, 60)}.`,
  );
}

/** Whether a value may be the option `grid`. */
export function isGrid(value: unknown): value is boolean | GridOptions {
  if (typeof value === 'boolean') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { size = 1, steps = 1, color = '' } = value as Partial<Record<keyof GridOptions, unknown>>;
  return (
    Number.isFinite(size) &&
    Number(size) > 0 &&
    Number.isInteger(steps) &&
    Number(steps) > 0 &&
    typeof color === 'string'
  );
}

/** A grid as given, default none. Throws MxsvgError 'invalid-option' for what is no grid. */
export function checkedGrid(grid: boolean | GridOptions = false): GridOptions | undefined {
  if (!isGrid(grid)) {
    throw new MxsvgError('invalid-option', 'grid must be true, or have a size above zero, whole steps and a color.');
  }
  return grid === true ? {} : grid || undefined;
}

type PrintOptions = Pick<RenderOptions, 'scale' | 'width' | 'height'>;

/** The same options. Throws MxsvgError 'invalid-option' unless above zero. */
export function checkedPrint<Options extends PrintOptions>(options: Options): Options {
  for (const name of ['scale', 'width', 'height'] as const) checkPositive(name, options[name] ?? 1);
  return options;
}

/** The factor that `scale`, `width` and `height` ask for. Throws MxsvgError 'invalid-option' unless above zero. */
export function printScale(
  picture: { readonly width: number; readonly height: number; readonly printScale?: number },
  options: PrintOptions,
): number {
  const { scale = 1, width, height } = checkedPrint(options);
  if (picture.printScale !== undefined) return picture.printScale;
  if (width === undefined && height === undefined) return scale;
  return Math.min((width ?? Infinity) / picture.width, (height ?? Infinity) / picture.height);
}

function checkPositive(name: string, value: number): void {
  if (value > 0 && value <= LARGEST) return;
  throw new MxsvgError('invalid-option', `${name} must be a positive number up to ${LARGEST}, not ${value}.`);
}

/**
 * The 0-based place of a page given by number (from 1), name or id. A string is looked up as a name or id first; but digits
 * are an id only where there is no page of that number, since draw.io counts from 0 those that it gives pages without one.
 * Throws MxsvgError 'page-not-found'.
 */
export function findPage(
  pages: readonly { readonly id: string; readonly name: string }[],
  wanted: number | string,
): number {
  const digits = /^\d+$/.test(String(wanted));
  const byId = pages.findIndex(({ id }) => id === wanted);
  const named = pages.findIndex((page, index) => page.name === wanted || (!digits && index === byId));
  if (named >= 0) return named;
  const index = digits && pages[Number(wanted) - 1] ? Number(wanted) - 1 : byId;
  if (index >= 0) return index;
  const list = pages.map((page, i) => `${i + 1} "${page.name}"`).join(', ');
  throw new MxsvgError(
    'page-not-found',
    `There is no page ${JSON.stringify(wanted)}. The file has: ${list || 'no pages'}.`,
  );
}

/** Options of drawing that pixels have a use for. */
export type PixelOptions = Omit<RenderOptions, SvgOnly>;
