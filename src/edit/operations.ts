/** What an edit of a page is made of. Places and sizes are px of the page (y down), as layout tells them. */

/** A new shape. */
export interface AddOperation {
  readonly op: 'add';
  /** Default: one that no cell has. */
  readonly id?: string;
  /** Text, or HTML where the style has html=1 (as the default style has). */
  readonly label?: string;
  readonly style?: string;
  /** The id of the cell that it is in; default the page's first layer. */
  readonly parent?: string;
  readonly x: number;
  readonly y: number;
  /** Default 120. */
  readonly width?: number;
  /** Default 60. */
  readonly height?: number;
  readonly link?: string;
  readonly tooltip?: string;
}

/** A new edge between two cells. */
export interface ConnectOperation {
  readonly op: 'connect';
  readonly id?: string;
  readonly source: string;
  readonly target: string;
  readonly label?: string;
  readonly style?: string;
  readonly parent?: string;
  /** Where it bends, from its source on; default none: its edge style decides. */
  readonly points?: readonly EditPoint[];
}

/** Changes to what a cell says and how it looks; what isn't named stays. */
export interface ChangeOperation {
  readonly op: 'change';
  readonly id: string;
  readonly label?: string;
  /** In place of the whole style. */
  readonly style?: string;
  /** Keys of the style to set, or with null to remove. */
  readonly set?: Readonly<Record<string, string | number | null>>;
  /** Of an edge. */
  readonly source?: string;
  readonly target?: string;
  /** Empty: none. */
  readonly link?: string;
  readonly tooltip?: string;
}

/** Another place, size, parent or way of bending; what isn't named stays. */
export interface MoveOperation {
  readonly op: 'move';
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  /** The id of the cell to put it into; it stays where it is on the page. */
  readonly parent?: string;
  /** Of an edge; an empty list: none. */
  readonly points?: readonly EditPoint[];
}

/** Removes a cell with all that it contains, and the edges that end there. */
export interface RemoveOperation {
  readonly op: 'remove';
  readonly id: string;
}

export interface EditPoint {
  readonly x: number;
  readonly y: number;
}

export type EditOperation = AddOperation | ConnectOperation | ChangeOperation | MoveOperation | RemoveOperation;
