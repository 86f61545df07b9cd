/** The picture as an exporter needs it: a tree of groups, outlines, images and text blocks in page pixels. */
import type { Path } from '../geometry/path.js';
import type { Matrix, Point, Rect } from '../geometry/plane.js';
import type { TextBlock } from './textBlock.js';

export type GradientDirection = 'north' | 'south' | 'east' | 'west' | 'radial';

export type Paint =
  | { readonly kind: 'solid'; readonly color: string }
  | {
      readonly kind: 'gradient';
      readonly direction: GradientDirection;
      readonly from: string;
      readonly fromOpacity: number;
      readonly to: string;
      readonly toOpacity: number;
    }
  | { readonly kind: 'pattern'; readonly pattern: FillPattern; readonly color: string; readonly strokeWidth: number };

export type FillPattern = 'hatch' | 'cross-hatch' | 'dots' | 'dashed' | 'zigzag';

export interface Fill {
  readonly paint: Paint;
  readonly opacity: number;
}

export interface Stroke {
  readonly color: string;
  readonly opacity: number;
  readonly width: number;
  /** Dash lengths, px; empty for a solid line. */
  readonly dash: readonly number[];
  readonly lineCap: 'butt' | 'round' | 'square';
  readonly lineJoin: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
}

export type Outline =
  | { readonly kind: 'rect'; readonly box: Rect; readonly radiusX: number; readonly radiusY: number }
  | { readonly kind: 'ellipse'; readonly box: Rect }
  | { readonly kind: 'path'; readonly path: Path };

export interface Drawing {
  readonly kind: 'drawing';
  readonly outline: Outline;
  readonly transform: Matrix;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
  /** How the line's dashes move along it, where the writer animates. */
  readonly flow?: Flow;
  /** Mixes with what is painted below; default: covers it. */
  readonly blend?: 'multiply';
}

/** A movement of dashes along their line, for ever. */
export interface Flow {
  /** What the dashes move by each time, px: all of them once, to where they look the same again. */
  readonly length: number;
  /** The time that it takes. */
  readonly milliseconds: number;
  /** A timing function and a direction of CSS. */
  readonly timing: string;
  readonly direction: string;
}

export interface Picture {
  readonly kind: 'picture';
  readonly href: string;
  readonly box: Rect;
  readonly transform: Matrix;
  readonly opacity: number;
  /** True keeps the image's proportions inside the box, centred; false stretches it. */
  readonly keepAspect: boolean;
  /** Clips the image, in fractions of its box. */
  readonly clip?: Outline;
}

export interface TextNode {
  readonly kind: 'text';
  readonly block: TextBlock;
  /** Places the block's own frame on the page. */
  readonly transform: Matrix;
  readonly opacity: number;
  /** Clips in the block's own frame. */
  readonly clip?: Rect;
  /** Where the block's frame lies in the frame that is turned: browsers snap boxes to whole pixels of that one. */
  readonly origin?: Point;
}

export interface Shadow {
  readonly color: string;
  readonly opacity: number;
  readonly dx: number;
  readonly dy: number;
  readonly blur: number;
}

export interface Group {
  readonly kind: 'group';
  readonly children: readonly SceneNode[];
  /** Set on the group of one cell. */
  readonly cellId?: string;
  readonly link?: { readonly href: string; readonly target?: string };
  readonly title?: string;
  readonly shadow?: Shadow;
}

export type SceneNode = Group | Drawing | Picture | TextNode;

export interface Sheet {
  /** What of the page a sheet of paper shows, px. */
  readonly width: number;
  readonly height: number;
  /** How many px of the page are printed as one of the paper, which has a hundred to the inch. */
  readonly pageScale: number;
}

/** What stands for a picture where it can't be seen. */
export interface Alternative {
  readonly title: string;
  readonly description: string;
  /** What cells are called, by their ids. */
  readonly cellNames: ReadonlyMap<string, string>;
}

export interface Scene {
  /** What of the page is shown, px. */
  readonly viewBox: Rect;
  /** The printed size, px, before scale. */
  readonly width: number;
  readonly height: number;
  /** What it is scaled by, where that doesn't follow from its size and the one that is asked for. */
  readonly printScale?: number;
  /** The page's paper format; sheets lie side by side from the page's origin. */
  readonly sheet: Sheet;
  readonly background?: string;
  /** Undefined where nobody asked for it. */
  readonly alternative?: Alternative;
  readonly root: Group;
}
