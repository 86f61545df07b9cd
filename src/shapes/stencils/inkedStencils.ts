/** The stencils of draw.io 25 that only recolour older ones: their solid parts take the colour of the lines. */
import type { ProgramLookup } from './stencil.js';
import type { StencilCommand, StencilProgram } from './stencilProgram.js';

/** The libraries that draw.io recoloured this way, and the ending of the new names. */
const INKED = /^(mxgraph\.(?:pid|electrical|floorplan)\..+)2$/;

const BLACK = '#000000';

const inkCommand = (command: StencilCommand): StencilCommand =>
  (command.kind === 'fillColor' || command.kind === 'strokeColor') && command.color.value === BLACK
    ? { ...command, color: { ...command.color, value: 'stroke' } }
    : command;

const fillsBlack = (command: StencilCommand): boolean => command.kind === 'fillColor' && command.color.value === BLACK;

/** The stencil with what it paints black in the colour of the cell's lines; undefined where nothing is filled black. */
function inked(program: StencilProgram): StencilProgram | undefined {
  const { background, foreground } = program;
  if (!background.some(fillsBlack) && !foreground.some(fillsBlack)) return undefined;
  return { ...program, background: background.map(inkCommand), foreground: foreground.map(inkCommand) };
}

/**
 * Finds "mxgraph.pid.piping.blank2", which libraries older than draw.io 25 lack, as "mxgraph.pid.piping.blank" in the
 * line's colour. A stencil that the libraries have by its own name is left as it is.
 */
export const withInkedStencils =
  (find: ProgramLookup): ProgramLookup =>
  (name) => {
    const own = find(name);
    if (own) return own;
    const base = INKED.exec(name)?.[1];
    const program = base === undefined ? undefined : find(base);
    return program && inked(program);
  };
