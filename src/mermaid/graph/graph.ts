/** A directed graph as layout takes it, and where layout puts its parts. */
import type { Point, Rect } from '../../geometry/plane.js';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GraphNode extends Size {
  readonly id: string;
  /** The group that it is in. */
  readonly parent?: string;
  /** What edges end at; default 'rectangle'. */
  readonly outline?: 'rectangle' | 'ellipse' | 'rhombus';
}

export interface GraphGroup {
  readonly id: string;
  readonly parent?: string;
  /**
   * Of its own content; counts where no edge leads from inside it to the outside. Default: across its surroundings', as
   * Mermaid has it.
   */
  readonly direction?: Direction;
  /** A group is never narrower. */
  readonly title: Size;
  /** Of a title that isn't shown, for which ELK leaves room all the same. */
  readonly hiddenTitle?: Size;
  /** Beside its title; default 8. */
  readonly padding?: number;
}

export interface GraphEdge {
  readonly id: string;
  /** Nodes or groups. */
  readonly source: string;
  readonly target: string;
  readonly label?: Size;
  /** In ranks; default 1. */
  readonly minLength?: number;
  /** Room is kept beside it, as dagre does by default. */
  readonly keepsBeside?: boolean;
  /** Drawn as a spline that its waypoints pull, rather than one that goes through them. */
  readonly isSpline?: boolean;
  /** What markers take of the line at its ends, px. */
  readonly startMarker?: number;
  readonly endMarker?: number;
}

export interface GraphRequest {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphGroup[];
  /** The ids of both in Mermaid's order, which decides between equals; default: groups, then nodes, as they are given. */
  readonly order?: readonly string[];
  readonly edges: readonly GraphEdge[];
  readonly direction: Direction;
  /** Default 50 each, as in Mermaid. */
  readonly nodeSpacing?: number;
  readonly rankSpacing?: number;
}

export interface EdgeRoute {
  /** Between the ends, from source to target: both ends stand where their shape's border is met. */
  readonly waypoints: readonly Point[];
  /** The label's centre. */
  readonly label: Point | undefined;
  /** Where it leaves and meets the outlines of its ends; default: where a line between the middles of their boxes does. */
  readonly ends?: readonly [Point, Point];
  /** Where an edge from or to a group meets the group's border. */
  readonly start?: Point;
  readonly end?: Point;
  /** Places on the boxes of its ends, where it stands beside the line to their middle: from there it leads to their outlines. */
  readonly joins?: readonly [Point | undefined, Point | undefined];
}

export interface GraphPicture {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
  readonly edges: ReadonlyMap<string, EdgeRoute>;
}
