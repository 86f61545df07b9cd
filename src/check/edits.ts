/** Changes to the XML of one cell, before anybody knows where in the file it stands. */

/** Which element of a cell is changed: the outermost one (an object around an mxCell, or the mxCell), or one in it. */
export type CellPart = 'outer' | 'cell' | 'geometry' | 'sourcePoint' | 'targetPoint';

/** Sets an attribute; the part must be there. */
export interface CellEdit {
  /** The cell's place among the children of the page's root element, from 0. */
  readonly ordinal: number;
  readonly part: CellPart;
  readonly attribute: string;
  readonly value: string;
}
