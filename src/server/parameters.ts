/** The options of `POST /render`: what each is read as and which formats take it. The OpenAPI document is made of this. */
import {
  type HtmlOptions,
  isGrid,
  type JpegOptions,
  type PdfOptions,
  type RenderOptions,
  type XmlOptions,
} from '../options.js';
import { isTexts } from '../optionTypes.js';
import { PAPER_NAMES } from '../write/pdf/paper.js';
import type { Format } from './drawingJob.js';
import { Refusal } from './refusal.js';

export const FORMATS: readonly Format[] = ['svg', 'png', 'jpg', 'webp', 'pdf', 'html', 'xml'];

export const MERMAID_THEMES = ['default', 'neutral', 'forest', 'dark', 'base'] as const;

export interface Parameter {
  readonly description: string;
  /** As JSON Schema describes it. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly formats: readonly Format[];
  /** Undefined for what doesn't fit the schema. */
  read(texts: readonly string[]): unknown;
}

/** The library's options but those that a server decides on, or that can't be written in a query. */
type OptionName = Exclude<
  keyof RenderOptions | keyof JpegOptions | keyof PdfOptions | keyof HtmlOptions | keyof XmlOptions,
  'assets' | 'diagnostics' | 'fonts' | 'image' | 'limits' | 'systemFonts'
>;

type Kind = Pick<Parameter, 'schema' | 'read'>;

/** Of one value: the last that is given. */
const single = (schema: Kind['schema'], read: (text: string) => unknown): Kind => ({
  schema,
  read: (texts) => read(texts.at(-1) ?? ''),
});

const text = single({ type: 'string' }, (value) => value);
const number = single({ type: 'number' }, (value) =>
  value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined,
);
const truth = single({ type: 'boolean' }, (value) => ({ true: true, false: false })[value]);
const date = single({ type: 'string', format: 'date-time' }, (value) => {
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time;
});
const oneOf = (...words: readonly string[]): Kind =>
  single({ type: 'string', enum: words }, (value) => (words.includes(value) ? value : undefined));
const list: Kind = {
  schema: { type: 'array', items: { type: 'string' } },
  read: (texts) => texts.flatMap((each) => each.split(',')),
};
const json = (schema: Kind['schema'], fits: (value: unknown) => boolean): Kind =>
  single(schema, (value) => {
    const read = parsed(value);
    return fits(read) ? read : undefined;
  });

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const ALL: readonly Format[] = FORMATS;
const DRAWN: readonly Format[] = ['svg', 'png', 'jpg', 'webp', 'pdf', 'html'];
const PAGES: readonly Format[] = ['svg', 'png', 'jpg', 'webp'];
const DOCUMENTS: readonly Format[] = ['pdf', 'html', 'xml'];
const SVGS: readonly Format[] = ['svg', 'html'];

const of = (formats: readonly Format[], kind: Kind, description: string): Parameter => ({
  ...kind,
  formats,
  description,
});

/** In the order of the document. */
export const PARAMETERS: Readonly<Record<OptionName, Parameter>> = {
  page: of(ALL, text, 'Number from 1, name or id of the page; digits are a name first. Default: 1, in documents all.'),
  pages: of(DOCUMENTS, list, 'The pages of a document: numbers, names or ids.'),
  layers: of(DRAWN, list, 'The layers to show: indexes from 0, names or ids. Default: those that the file shows.'),
  cells: of(DRAWN, list, 'The ids of cells to draw, with all that they contain.'),
  hiddenTags: of(DRAWN, list, 'Cells are left out all of whose tags are among these.'),
  language: of(DRAWN, text, 'The language of labels, where cells have several.'),
  variables: of(
    DRAWN,
    json({ type: 'object', additionalProperties: { type: 'string' } }, isTexts),
    'Values of placeholders, as JSON.',
  ),
  scale: of(DRAWN, number, 'Size factor of the picture. Default: 1.'),
  width: of(DRAWN, number, 'Fits the picture into this many px.'),
  height: of(DRAWN, number, 'Fits the picture into this many px.'),
  border: of(DRAWN, number, 'Space around the drawing, px. Default: 0.'),
  size: of(DRAWN, oneOf('diagram', 'page', 'capture', 'screenshot'), 'The drawing, or all of its page.'),
  theme: of(DRAWN, oneOf('light', 'dark', 'auto'), 'Dark as draw.io paints it; auto follows the page around an SVG.'),
  background: of(DRAWN, text, 'A CSS colour behind a page that has none; none leaves out the page’s too.'),
  grid: of(
    DRAWN,
    json({ oneOf: [{ type: 'boolean' }, { type: 'object' }] }, isGrid),
    'The grid behind the cells: true, or JSON with size, steps and color.',
  ),
  fileName: of(DRAWN, text, 'What %filename% stands for.'),
  now: of(DRAWN, date, 'The time of %date% and %time%. Default: now.'),
  pageNumber: of(PAGES, number, 'What %pagenumber% stands for.'),
  pageCount: of(PAGES, number, 'What %pagecount% stands for.'),
  embedDiagram: of(['svg', 'png', 'pdf', 'html'], oneOf('compressed', 'plain'), 'Puts the diagram into the picture.'),
  embedPages: of(['svg', 'png', 'pdf', 'html'], oneOf('all', 'drawn'), 'Which pages of the embedded diagram are kept.'),
  text: of(SVGS, oneOf('native', 'outline', 'none'), 'Text, outlines of glyphs, or no labels.'),
  accessible: of(SVGS, truth, 'Says in words what the diagram says, for who doesn’t see it.'),
  animate: of(SVGS, truth, 'Lets flow animations move.'),
  linkTarget: of(SVGS, oneOf('auto', 'new-win', 'same-win'), 'Where links open.'),
  embedFonts: of(SVGS, truth, 'Puts the fonts into the picture, cut down to the characters used.'),
  pretty: of(['svg'], truth, 'Breaks the SVG into indented lines.'),
  xmlDeclaration: of(['svg'], truth, 'Begins the SVG with an XML declaration and a DOCTYPE.'),
  idPrefix: of(['svg'], text, 'Put before every id.'),
  quality: of(['jpg', 'webp'], number, 'Percent, 1 to 100. Default: 90.'),
  paper: of(
    ['pdf'],
    oneOf(...PAPER_NAMES),
    'The paper that each drawing is put on, made smaller where it has no room.',
  ),
  landscape: of(['pdf'], truth, 'Lays that paper on its long side. Default: false.'),
  title: of(['pdf', 'html'], text, 'What the document says of itself.'),
  author: of(['pdf'], text, 'What the document says of itself.'),
  date: of(['pdf'], date, 'What the document says of itself.'),
  zoomControls: of(['html'], truth, 'Shows the buttons that zoom. Default: true.'),
  fit: of(['html'], truth, 'Begins with the page fitted into the window. Default: true.'),
  linkColor: of(['html'], text, 'A CSS colour around links under the pointer.'),
  editLink: of(['html'], text, 'The address behind a link "Edit".'),
  compressed: of(['xml'], truth, 'Packs each page.'),
};

/** What is no option of drawing: the format, and the theme of Mermaid text that names none. */
export const LEADING: Readonly<Record<'format' | 'mermaidTheme', Parameter>> = {
  format: of(ALL, oneOf(...FORMATS), 'The format of the picture. Default: svg.'),
  mermaidTheme: of(ALL, oneOf(...MERMAID_THEMES), 'The theme of Mermaid text that names none.'),
};

export interface PlainRequest {
  readonly format: Format;
  readonly mermaidTheme: (typeof MERMAID_THEMES)[number] | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Reads a query. Throws Refusal for names that there are not, and for values that don't fit. */
export function readPlainRequest(query: string): PlainRequest {
  const given = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    const values = given.get(name);
    if (values) values.push(value);
    else given.set(name, [value]);
  }
  const format = (givenValue('format', LEADING.format, given) ?? 'svg') as Format;
  const mermaidTheme = givenValue('mermaidTheme', LEADING.mermaidTheme, given) as PlainRequest['mermaidTheme'];
  const options: Record<string, unknown> = {};
  for (const name of given.keys()) {
    if (Object.hasOwn(LEADING, name)) continue;
    if (!Object.hasOwn(PARAMETERS, name)) throw bad(`There is no option ${JSON.stringify(name.slice(0, 60))}.`);
    const parameter = PARAMETERS[name as OptionName];
    if (!parameter.formats.includes(format)) throw bad(`${name} is no option of the format ${format}.`);
    options[name] = givenValue(name, parameter, given);
  }
  return { format, mermaidTheme, options };
}

function givenValue(name: string, { read, schema }: Parameter, given: ReadonlyMap<string, readonly string[]>): unknown {
  const texts = given.get(name);
  if (texts === undefined) return undefined;
  const value = read(texts);
  if (value !== undefined) return value;
  const wanted =
    'enum' in schema ? `be one of ${(schema.enum as readonly string[]).join(', ')}` : `fit ${JSON.stringify(schema)}`;
  throw bad(`${name} must ${wanted}, not ${JSON.stringify((texts.at(-1) ?? '').slice(0, 60))}.`);
}

const bad = (message: string): Refusal => new Refusal('bad-request', 'invalid-option', message);
