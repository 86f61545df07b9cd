/** What a pattern of growth is, and the parts of diagrams that patterns are made of. */

/** What is made of an input. */
export type Output =
  | 'svg'
  | 'outline'
  | 'auto'
  | 'fonts'
  | 'embed'
  | 'png'
  | 'pdf'
  | 'sheets'
  | 'html'
  | 'xml'
  | 'packed'
  | 'layout'
  | 'compare'
  | 'verify'
  | 'mermaid';

export type Source = string | Uint8Array;

/** Inputs of one kind, as long as one likes. */
export interface GrowthPattern {
  readonly name: string;
  readonly output: Output;
  /** The size that is tried first; it is doubled until drawing takes long enough. */
  readonly from: number;
  /**
   * The input of a size. `mark` is a word that is another one each time: what is put into the text that is remembered
   * between drawings keeps it from being found there. A comparison has two.
   */
  source(n: number, mark: string): Source | readonly [Source, Source] | Promise<Source>;
}

/** As many parts as asked for, one after the other. */
export const series = (n: number, part: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => part(i)).join('');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

export const model = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

export interface Place {
  readonly id?: string;
  readonly parent?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

/** A vertex with a label of HTML, or of plain text where the style says so. */
export function vertex(label: string, style = 'html=1;whiteSpace=wrap;', place: Place = {}): string {
  const { id, parent = '1', x = 0, y = 0, width = 120, height = 60 } = place;
  const name = id === undefined ? '' : ` id="${id}"`;
  return `<mxCell${name} value="${escaped(label)}" style="${escaped(style)}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;
}

/** Vertices in rows as long as the whole is high. */
export function grid(n: number, of: (i: number, place: Place) => string, step = 160): string {
  const columns = Math.ceil(Math.sqrt(n));
  return series(n, (i) => of(i, { x: (i % columns) * step, y: Math.floor(i / columns) * step }));
}

export interface Ends {
  readonly id?: string;
  readonly source?: string;
  readonly target?: string;
  readonly from?: readonly [number, number];
  readonly to?: readonly [number, number];
  readonly points?: readonly (readonly [number, number])[];
}

export function edge(style: string, { id, source, target, from, to, points = [] }: Ends, label = ''): string {
  const end = (at: readonly [number, number] | undefined, as: string): string =>
    at ? `<mxPoint x="${at[0]}" y="${at[1]}" as="${as}"/>` : '';
  const attribute = (name: string, value: string | undefined): string =>
    value === undefined ? '' : ` ${name}="${value}"`;
  const way =
    points.length > 0
      ? `<Array as="points">${points.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')}</Array>`
      : '';
  return `<mxCell${attribute('id', id)} value="${escaped(label)}" style="${escaped(style)}" edge="1" parent="1"${attribute('source', source)}${attribute('target', target)}><mxGeometry relative="1" as="geometry">${end(from, 'sourcePoint')}${end(to, 'targetPoint')}${way}</mxGeometry></mxCell>`;
}

/** A page with one label. */
export const labelled = (label: string, style?: string, place?: Place): string => model(vertex(label, style, place));

/** A pattern of one label, as HTML. */
export const labelPattern = (
  name: string,
  from: number,
  html: (n: number, mark: string) => string,
  style?: string,
  output: Output = 'svg',
): GrowthPattern => ({ name, output, from, source: (n, mark) => labelled(html(n, mark), style) });

/** A pattern of the cells of a page. */
export const cellPattern = (
  name: string,
  from: number,
  cells: (n: number, mark: string) => string,
  output: Output = 'svg',
): GrowthPattern => ({ name, output, from, source: (n, mark) => model(cells(n, mark)) });
