/** One diagram of a document or an import as SVG, with what it lacks. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.js';
import { type RenderOptions, render } from '../index.js';
import { mermaidToDrawio } from '../mermaid/index.js';
import type { DiagramKind } from './diagramAddress.js';

/** Options of drawing that hold for every picture; what a picture's own address says goes before them. */
export type DrawingOptions = Omit<RenderOptions, 'diagnostics' | 'idPrefix' | 'xmlDeclaration' | 'page' | 'layers'>;

/**
 * When a picture ends the build: 'error', where it can't be drawn; 'diagnostic', also where something of it isn't drawn
 * faithfully; 'never'.
 */
export type FailOn = 'error' | 'diagnostic' | 'never';

export interface DrawnPicture {
  readonly svg: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Draws a diagram. Theme and the like are those of pages, for Mermaid too.
 * @throws MxsvgError as render and mermaidToDrawio do
 */
export function drawDiagram(
  kind: DiagramKind,
  source: string | Uint8Array,
  options: RenderOptions,
  firstLine?: number,
): DrawnPicture {
  const diagnostics: Diagnostic[] = [];
  const file =
    kind === 'mermaid'
      ? mermaidToDrawio(textOf(source), { limits: options.limits, fonts: options.fonts, firstLine, diagnostics })
      : source;
  return { svg: render(file, { ...options, diagnostics }), diagnostics };
}

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source);

/** What sets the ids of a picture apart from those of all others: the same for the same picture, wherever it is drawn. */
export function idPrefixFor(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return `mx${hash.digest('hex').slice(0, 8)}-`;
}

/** What is said of a picture that lacks something. */
export const diagnosticText = ({ cellId, message }: Diagnostic): string =>
  cellId === undefined ? message : `${message} (cell ${cellId})`;
