/** Shapes of nodes with round ends, which are as deep as Mermaid has them for their width. */
import { labelAt, type MakeShape, round, size, withRoom } from './shapeRequest.js';

/** How high the cap of a cylinder is that is so wide. */
const capOf = (width: number): number => width / 2 / (2.5 + width / 50);

export const cylinder: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'cylinder');
  const cap = capOf(width);
  return {
    size: size(width, height + 3 * cap),
    style: {
      shape: 'cylinder3',
      boundedLbl: 1,
      backgroundOutline: 1,
      size: round(cap),
      // draw.io's label is a cap below the middle.
      ...labelAt(0, request.padding / 1.5 - cap),
    },
  };
};

export const linedCylinder: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'linedCylinder');
  const cap = capOf(width);
  const whole = height + 3 * cap;
  // draw.io's label keeps clear of lines an eighth of the height apart.
  return {
    size: size(width, whole),
    style: { shape: 'datastore', ...labelAt(0, cap - 1.25 * Math.round(whole / 8)) },
  };
};

export const lyingCylinder: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'lyingCylinder');
  const cap = capOf(height);
  return {
    size: size(width + 3 * cap, height),
    style: { shape: 'cylinder3', direction: 'south', boundedLbl: 1, backgroundOutline: 1, size: round(cap) },
  };
};

/** A cylinder on its side, of which only the bowed ends show. */
export const storedData: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'storedData');
  const bow = capOf(height);
  return { size: size(width + bow, height), style: { shape: 'dataStorage', fixedSize: 1, size: round(bow) } };
};
