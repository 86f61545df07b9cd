/** What a command line of draw.io desktop's asks for, with its defaults and its leniency towards values. */
import { InvalidArgumentError } from 'commander';
import type { CropSize, Theme } from '../../options.js';
import type { LinkTarget } from '../../write/links.js';
import { type Options, parseArguments } from '../commandLine.js';
import { STANDARD_STREAM, statusOf, UsageError } from '../files.js';
import { pageBase } from '../flagValues.js';
import type { Format } from '../formats.js';
import type { DrawioChoices } from './choices.js';
import { type DrawioFlags, readDrawioFlags, type ValueFlag } from './flags.js';

export interface DrawioCommand {
  readonly inputs: readonly string[];
  readonly options: Options & { readonly drawio: DrawioChoices };
  /** Files drawn at the same time; undefined: as many as there are processors. */
  readonly jobs: number | undefined;
  /** Flags of draw.io's that mean nothing here. */
  readonly passedOver: readonly string[];
}

/** A command line that draw.io ends with these words, which are printed as they are. */
export class DrawioError extends Error {
  override readonly name = 'DrawioError';
}

const FORMATS: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  svg: 'svg',
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  xml: 'xml',
  html: 'html',
};

const ENDING = /\.([^./\\]*)$/;

/** What these would do is no part of drawing a file. */
const MEANINGLESS: readonly ValueFlag[] = [
  'html-layers',
  'html-lightbox',
  'html-tags',
  'layout',
  'mermaid-image',
  'timeout',
  'zoom',
];

/** Names the first page where no flag does: for programs that were written for draw.io before 27. */
const PAGE_BASE = 'MXSVG_PAGE_BASE';

/** Throws DrawioError where draw.io ends at once; undefined where a flag of mxsvg's own is wrong, which was told. */
export function readDrawioCommand(words: readonly string[], version: string): DrawioCommand | undefined {
  const flags = readDrawioFlags(words);
  // Its own parser and defaults, for flags that draw.io doesn't know; the input is there for its sake.
  const own = parseArguments(['', '', ...flags.own, '--', STANDARD_STREAM], version);
  if (own.kind !== 'convert') return undefined;
  if (flags.inputs.length === 0) throw new DrawioError('Error: An input file must be specified');
  return {
    inputs: flags.inputs,
    options: optionsOf(flags, own.options),
    jobs: own.jobs,
    passedOver: [
      ...(['create', 'normalize'] as const).filter((name) => flags.alone.has(name)),
      ...MEANINGLESS.filter((name) => flags.values.has(name)),
    ].map((name) => `--${name}`),
  };
}

function optionsOf(flags: DrawioFlags, own: Options): DrawioCommand['options'] {
  const { values, alone } = flags;
  // An empty one, as of a variable that isn't set, is none.
  const output = values.get('output') || undefined;
  const intoFolder = output !== undefined && statusOf(output)?.isDirectory() === true;
  const ending = endingOf(intoFolder ? undefined : output, values.get('format'));
  const base = own.pageBase ?? environmentBase();
  const format = FORMATS[ending] ?? 'pdf';
  const layers = values.get('layers');
  const scale = scaleOf(flags, format, base);
  const border = positive(whole(values.get('border'))) ?? 0;
  return {
    ...own,
    export: true,
    output,
    format,
    // A list without anything in it is none.
    layers: layers ? layers.split(',') : undefined,
    scale,
    width: positive(whole(values.get('width'))),
    height: positive(whole(values.get('height'))),
    border: border / (format === 'svg' ? (scale ?? 1) : 1),
    quality: Math.min(100, positive(whole(values.get('quality'))) ?? 90),
    size: sizeOf(format, values.get('size')),
    crop: alone.has('crop'),
    theme:
      oneOf<Theme>(values.get('theme'), ['light', 'dark', 'auto']) ??
      oneOf<Theme>(values.get('svg-theme'), ['light', 'dark']) ??
      'auto',
    svgLinksTarget: oneOf<LinkTarget>(values.get('svg-links-target'), ['auto', 'new-win', 'same-win']) ?? 'auto',
    transparent: alone.has('transparent'),
    // draw.io's HTML draws the diagram that is in it.
    embedDiagram: alone.has('embed-diagram') || format === 'html',
    uncompressed: alone.has('uncompressed'),
    embedFonts: own.embedFonts || values.get('embed-svg-fonts') === 'true',
    recursive: alone.has('recursive'),
    check: alone.has('check'),
    xmlDeclaration: true,
    drawio: { ending, intoFolder, pages: pagesOf(flags, format, base), html: htmlOf(flags) },
  };
}

const isOff = (text: string | undefined): boolean => text !== undefined && text !== 'true';

const LINK_TARGETS: Readonly<Record<string, LinkTarget>> = { blank: 'new-win', self: 'same-win' };

/** The --html-… that ours has something for. */
function htmlOf({ values }: DrawioFlags): DrawioChoices['html'] {
  const color = values.get('html-link-color');
  return {
    theme: oneOf<Theme>(values.get('html-theme'), ['light', 'dark', 'auto']) ?? 'auto',
    zoomControls: !isOff(values.get('html-zoom')),
    fit: !isOff(values.get('html-fit')),
    linkTarget: LINK_TARGETS[values.get('html-link-target') ?? ''] ?? 'auto',
    linkColor: color === 'none' ? undefined : color,
    editLink: values.get('html-edit-link'),
  };
}

/** Of no matter to documents. PNG and JPEG are captured in a window. */
function sizeOf(format: Format, size: string | undefined): CropSize | undefined {
  if (format === 'pdf' || format === 'html' || format === 'xml') return undefined;
  if (size === 'page') return 'page';
  return format === 'svg' ? 'diagram' : 'capture';
}

/** Before 27, --crop was a scale just off 1, by which the size of a picture's window was rounded up. */
const CROP_SCALE = 1.00001;

function scaleOf({ values, alone }: DrawioFlags, format: Format, base: number): number | undefined {
  const scale = positive(Number.parseFloat(values.get('scale') ?? ''));
  const isPicture = format === 'png' || format === 'jpg';
  return base === 0 && alone.has('crop') && isPicture && (scale ?? 1) === 1 ? CROP_SCALE : scale;
}

/** The output's ending goes before -f, and what is no format is PDF. A picture.SVG is no PDF here, which it is in draw.io. */
function endingOf(output: string | undefined, format: string | undefined): string {
  const named = [ENDING.exec(output ?? '')?.[1], format].map((name) => name?.toLowerCase() ?? '');
  return named.find((name) => Object.hasOwn(FORMATS, name)) ?? 'pdf';
}

function pagesOf(flags: DrawioFlags, format: Format, base: number): DrawioChoices['pages'] {
  const named = pagesNamed(flags, base);
  if (format === 'xml') return undefined;
  const holdsSeveral = format === 'pdf' || format === 'html';
  if (named === undefined) return holdsSeveral && flags.alone.has('all-pages') ? undefined : { from: 0, to: 0 };
  return { from: named.from, to: holdsSeveral ? named.to : named.from };
}

/** A page goes before a range. */
function pagesNamed({ values }: DrawioFlags, base: number): DrawioChoices['pages'] {
  const index = values.get('page-index');
  const page = whole(index) - base;
  if (page >= 0) return { from: page, to: page };
  // Before 27 a page that is no number was as good as none.
  if (index !== undefined && base === 1) {
    throw new DrawioError('Invalid page index: pages are numbered from 1 (0-based before v27.0.2)');
  }
  const range = values.get('page-range');
  return range === undefined ? undefined : rangeOf(range, base);
}

function rangeOf(text: string, base: number): { readonly from: number; readonly to: number } {
  const [from = Number.NaN, to = Number.NaN, ...more] = text.split('..').map((part) => whole(part) - base);
  if (more.length === 0 && from >= 0 && to >= from) return { from, to };
  throw new DrawioError(
    'Invalid page range: expected <from>..<to> with pages numbered from 1 and from ≤ to (0-based before v27.0.2)',
  );
}

function environmentBase(): number {
  const text = process.env[PAGE_BASE];
  if (text === undefined || text === '') return 1;
  try {
    return pageBase(text);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new UsageError(`${PAGE_BASE}=${text}: ${error.message}`);
    throw error;
  }
}

/** The whole number that a text begins with: "10px" is 10. */
const whole = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

const positive = (number: number): number | undefined => (number > 0 && Number.isFinite(number) ? number : undefined);

const oneOf = <Word extends string>(text: string | undefined, words: readonly Word[]): Word | undefined =>
  words.find((word) => word === text);
