/** A page of these cells, taken through the pipeline. */
import { createBudget } from '../../src/budget.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import { completeLimits } from '../../src/limits.js';
import type { LayoutOptions } from '../../src/options.js';
import { createDrawingTools, type LaidOutPage } from '../../src/pipeline/layOut.js';
import { fileOf } from '../../src/pipeline/source.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';

const tools = createDrawingTools(nodeAssets, undefined, {});

/** The XML of a page: its layers, and cells. `attributes`: those of the model. */
export const pageXml = (cells: string, attributes = ''): string =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

/** A vertex; `box`: attributes of its geometry. */
export const vertexXml = (id: string, box: string, style = '', rest = 'parent="1"'): string =>
  `<mxCell id="${id}" style="${style}" vertex="1" ${rest}><mxGeometry ${box} as="geometry"/></mxCell>`;

/** An edge between two cells. */
export const edgeXml = (id: string, source: string, target: string, style = '', rest = 'parent="1"'): string =>
  `<mxCell id="${id}" style="${style}" edge="1" source="${source}" target="${target}" ${rest}><mxGeometry relative="1" as="geometry"/></mxCell>`;

/** The page, laid out, and what was told of it. */
export function laidOut(
  xml: string,
  options: LayoutOptions = {},
): LaidOutPage & { readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const budget = createBudget(completeLimits());
  return { ...tools.layOut(fileOf(xml, {}), 0, { ...options, diagnostics }, { budget }), diagnostics };
}
