/** What Mermaid's models of graphs hold: nodes and edges, one form for flowcharts, states, classes and entities. */
import { asked, named, type RawModel, textOrTexts, texts } from '../text/modelReaders.js';
import { always, flag, list, number, oneOf, type Reader, record, text } from '../text/readers.js';

/** A node as Mermaid hands it to layout, one form for flowcharts, states, classes and entities. */
export interface ModelNode {
  readonly id: string;
  readonly label?: string | readonly string[];
  readonly labelType?: string;
  /** CSS declarations, joined by ";". */
  readonly labelStyle?: string;
  readonly description?: readonly string[];
  readonly shape?: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly dir?: string;
  readonly cssClasses?: string;
  /** CSS declarations of its classes, then its own. */
  readonly cssCompiledStyles?: readonly string[];
  readonly cssStyles?: readonly string[];
  readonly link?: string;
  readonly linkTarget?: string;
  readonly tooltip?: string;
  readonly haveCallback?: boolean;
  readonly padding?: number;
  readonly icon?: string;
  readonly form?: string;
  readonly pos?: 't' | 'b';
  readonly img?: string;
  readonly assetWidth?: number;
  readonly assetHeight?: number;
  readonly constraint?: 'on' | 'off';
  readonly position?: string;
  readonly type?: string;
}

export interface ModelEdge {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly labelpos?: string;
  readonly labelStyle?: string | readonly string[];
  readonly arrowTypeStart?: string;
  readonly arrowTypeEnd?: string;
  readonly arrowhead?: string;
  readonly thickness?: string;
  readonly pattern?: string;
  readonly minlen?: number;
  readonly style?: string | readonly string[];
  readonly cssCompiledStyles?: readonly string[];
  readonly curve?: string;
  readonly interpolate?: string;
  readonly animate?: boolean;
  readonly animation?: string;
  readonly startLabelRight?: string;
  readonly endLabelLeft?: string;
  readonly classes?: string;
}

/** A model that Mermaid lays out as a graph. */
export interface GraphModel<Node = ModelNode> {
  readonly nodes: readonly Node[];
  readonly edges: readonly ModelEdge[];
  readonly direction?: string;
}

export const NODE_FIELDS = {
  id: named,
  label: textOrTexts,
  labelType: text,
  labelStyle: text,
  description: texts,
  shape: text,
  isGroup: flag,
  parentId: text,
  dir: text,
  cssClasses: text,
  cssCompiledStyles: texts,
  cssStyles: texts,
  link: text,
  linkTarget: text,
  tooltip: text,
  haveCallback: flag,
  padding: number,
  icon: text,
  form: text,
  pos: oneOf('t', 'b'),
  img: text,
  assetWidth: number,
  assetHeight: number,
  constraint: oneOf('on', 'off'),
  position: text,
  type: text,
} as const;

const node = record<ModelNode>(NODE_FIELDS);

const edge = record<ModelEdge>({
  id: named,
  start: named,
  end: named,
  label: text,
  labelType: text,
  labelpos: text,
  labelStyle: textOrTexts,
  arrowTypeStart: text,
  arrowTypeEnd: text,
  arrowhead: text,
  thickness: text,
  pattern: text,
  minlen: number,
  style: textOrTexts,
  cssCompiledStyles: texts,
  curve: text,
  interpolate: text,
  animate: flag,
  animation: text,
  startLabelRight: text,
  endLabelLeft: text,
  classes: text,
});

export function readGraph<Node>(model: RawModel, readNode: Reader<Node>): GraphModel<Node> {
  const data = record<GraphModel<Node>>({
    nodes: always(list(readNode), []),
    edges: always(list(edge), []),
    direction: () => text(asked(model, 'getDirection')),
  })(asked(model, 'getData'));
  return data ?? { nodes: [], edges: [] };
}

export const readNodes = (model: RawModel): GraphModel => readGraph(model, node);
