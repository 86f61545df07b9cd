/** The pages of a file's text, and where in each the cells stand that edits name. */
import { decompressPage, type Inflation } from '../../decode/compression.js';
import type { CellPart } from '../edits.js';
import { type PlacedElement, placedElements, type Tag } from './scan.js';

/** The XML of a page and its place in the file's text. */
export interface PageText {
  readonly start: number;
  readonly end: number;
  /** The page's own XML: a part of the file's text, or what was compressed there. */
  readonly xml: string;
  readonly isCompressed: boolean;
}

/** The pages of a file's text; undefined for one whose XML is written in yet another way (escaped or URI-encoded). */
export function pageTexts(text: string, inflation: Inflation): readonly (PageText | undefined)[] {
  const isPage = (name: string, depth: number): boolean => name === 'diagram' && depth <= 1;
  const [root] = placedElements(text, 0, text.length, isPage);
  if (!root) return [];
  if (root.tag.name === 'mxGraphModel') return [plain(text, 0, text.length)];
  if (root.tag.name === 'diagram') return [pageText(text, root, inflation, 0)];
  if (root.tag.name !== 'mxfile') return [];
  const diagrams = root.children.filter(({ tag }) => tag.name === 'diagram');
  if (diagrams.length > 0) return diagrams.map((diagram, index) => pageText(text, diagram, inflation, index));
  const model = root.children.find(({ tag }) => tag.name === 'mxGraphModel');
  return model ? [plain(text, model.tag.start, model.end)] : [];
}

const plain = (text: string, start: number, end: number): PageText => ({
  start,
  end,
  xml: text.slice(start, end),
  isCompressed: false,
});

function pageText(text: string, diagram: PlacedElement, inflation: Inflation, index: number): PageText | undefined {
  if (diagram.tag.isEmpty) return undefined;
  const [start, end] = [diagram.tag.end, diagram.end];
  const content = text.slice(start, end).trim();
  if (content.startsWith('<')) return content.startsWith('<![CDATA[') ? undefined : plain(text, start, end);
  if (!/^[A-Za-z0-9+/=\s]+$/.test(content)) return undefined;
  const xml = decompressPage(content, `Page ${index + 1}`, inflation);
  return { start, end, xml, isCompressed: true };
}

/** The tags of one cell. */
export type CellTags = Readonly<Partial<Record<CellPart, Tag>>>;

/** The cells of a page's XML, in the order of their ordinals. */
export function cellTags(xml: string): readonly CellTags[] {
  const model = placedElements(xml, 0, xml.length).find(({ tag }) => tag.name === 'mxGraphModel');
  const roots = model?.children.filter(({ tag }) => tag.name === 'root') ?? [];
  return roots.flatMap(({ children }) => children).map((outer) => tagsOf(xml, outer));
}

function tagsOf(xml: string, outer: PlacedElement): CellTags {
  const cell = outer.tag.name === 'mxCell' ? outer : outer.children.find(({ tag }) => tag.name === 'mxCell');
  const role = (element: PlacedElement | undefined, name: string): PlacedElement | undefined =>
    element?.children.findLast(({ tag }) => {
      const as = tag.attributes.get('as');
      return as !== undefined && xml.slice(as.start, as.end) === name;
    });
  const geometry = role(cell, 'geometry');
  return {
    outer: outer.tag,
    cell: cell?.tag,
    geometry: geometry?.tag,
    sourcePoint: role(geometry, 'sourcePoint')?.tag,
    targetPoint: role(geometry, 'targetPoint')?.tag,
  };
}
