/** The script that lays graphs out as ELK does: its file in the asset pack, and what it takes and gives. */
import type { Point, Rect } from '../geometry/plane.js';

/** The file of the asset pack that has ELK as a script, and the variable that the script sets. */
export const ELK_FILE = 'elk.cjs';
export const ELK_VARIABLE = 'mxsvgElk';

/** What that variable holds. */
export interface ElkScript {
  /** Takes long; `algorithms` are the names of those that the engine may be asked for. */
  createEngine(algorithms: readonly string[]): ElkEngine;
}

export interface ElkEngine {
  /**
   * Writes places into a graph and gives it back. `count` is told of steps of work, and may throw. Throws whatever comes
   * for a graph that it can't lay out: the engine is of no use then.
   */
  layout(graph: ElkNode, count: (steps: number) => void): ElkNode;
}

/** By the names of ELK's options; what is undefined is not set. */
export type ElkOptions = Readonly<Record<string, string | boolean | undefined>>;

export interface ElkLabel extends Partial<Rect> {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly layoutOptions?: ElkOptions;
}

/** A place is in what the node is in. */
export interface ElkNode extends Partial<Pick<Rect, 'width' | 'height'>> {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly labels?: readonly ElkLabel[];
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly ElkEdge[];
  readonly layoutOptions?: ElkOptions;
}

/** Places are in the innermost of what both ends are in, or are. */
export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly [string];
  readonly targets: readonly [string];
  readonly labels: readonly [ElkLabel];
  readonly sections?: readonly {
    readonly startPoint: Point;
    readonly endPoint: Point;
    readonly bendPoints?: readonly Point[];
  }[];
}
