/** What stands beside a commit of a git graph: its name, and its tags. */
import { type Point, point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { svgTextHtml, svgTextSize } from '../text/svgText.js';
import { pixels } from '../theme.js';
import type { GitLook } from './gitLook.js';
import type { GitCommit } from './gitModel.js';

/** Mermaid's where the theme says nothing, px. */
const FONT_SIZE = 10;
/** Around a name and around a tag, px. */
const NAME_PADDING = 2;
const TAG_PADDING = { across: 4, down: 2 };
/** From a tag to the next, px. */
const TAG_STEP = 20;
const TURN = 45;

export interface CommitLabel {
  readonly box: Rect;
  readonly html: string;
  readonly style: CellStyle;
}

export interface CommitPlace {
  readonly at: Point;
  readonly isUpright: boolean;
  /** Where the step begins that the commit stands in, along the graph. */
  readonly stepStart: number;
}

interface LabelContext extends DrawContext {
  readonly look: GitLook;
}

const fontOf = (
  key: string,
  { theme, config }: DrawContext,
): { readonly fontFamily: string; readonly fontSize: number } => ({
  fontFamily: theme.fontFamily,
  fontSize: pixels(config.themeVariables?.[key]) ?? FONT_SIZE,
});

/** A box turned about a point, in degrees clockwise: draw.io turns cells about their own middle. */
function turned(box: Rect, degrees: number, about: Point, shift = point(0, 0)): Rect {
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [box.x + box.width / 2 - about.x, box.y + box.height / 2 - about.y];
  const x = about.x + dx * Math.cos(angle) - dy * Math.sin(angle) + shift.x;
  const y = about.y + dx * Math.sin(angle) + dy * Math.cos(angle) + shift.y;
  return rect(x - box.width / 2, y - box.height / 2, box.width, box.height);
}

/** `isTurned`: Mermaid sets names aslant, so that they need less room. */
export function commitName(
  commit: GitCommit,
  { at, isUpright, stepStart }: CommitPlace,
  isTurned: boolean,
  context: LabelContext,
): CommitLabel {
  const { look } = context;
  const font = fontOf('commitLabelFontSize', context);
  const html = svgTextHtml(commit.id);
  const { width, height } = svgTextSize(html, { ...font, bold: look.isBoldCommit }, context.measure);
  const size = { width: width + 2 * NAME_PADDING, height: height + 2 * NAME_PADDING };
  const style: CellStyle = {
    rounded: 0,
    html: 1,
    whiteSpace: 'nowrap',
    ...(look.commitNameFill === undefined
      ? { fillColor: 'none' }
      : { fillColor: look.commitNameFill, fillOpacity: 50 }),
    strokeColor: 'none',
    fontColor: look.commitName,
    ...(look.isBoldCommit && { fontStyle: 1 }),
    ...font,
    align: 'center',
    verticalAlign: 'middle',
    spacing: 0,
    // The background stands three px beside the text of upright graphs.
    ...(isUpright && { spacingLeft: 6 }),
    ...(isTurned && { rotation: 360 - TURN }),
  };
  const straight = isUpright
    ? rect(at.x - width - 21, at.y - 12, size.width, size.height)
    : rect(at.x - size.width / 2, at.y + 13.5, size.width, size.height);
  if (!isTurned) return { box: straight, html, style };
  if (isUpright) return { box: turned(straight, -TURN, at), html, style };
  const shift = point(-7.5 - ((width + 10) / 25) * 9.5, 10 + (width / 25) * 8.5);
  return { box: turned(straight, -TURN, point(stepStart, at.y), shift), html, style };
}

/** The last tag is the nearest. */
export function commitTags(
  commit: GitCommit,
  { at, isUpright, stepStart }: CommitPlace,
  context: LabelContext,
): readonly CommitLabel[] {
  const { theme, look } = context;
  const font = fontOf('tagLabelFontSize', context);
  const texts = commit.tags.toReversed().map((tag) => svgTextHtml(tag));
  const sizes = texts.map((html) => svgTextSize(html, font, context.measure));
  const widest = sizes.reduce((most, { width }) => Math.max(most, width), 0);
  const highest = sizes.reduce((most, { height }) => Math.max(most, height), 0);
  const tab = isUpright ? 10 : 8;
  const body = widest + (isUpright ? TAG_PADDING.across : 2 * TAG_PADDING.across);
  const height = highest + 2 * TAG_PADDING.down;
  const style: CellStyle = {
    shape: 'gitTag',
    html: 1,
    tabSize: tab,
    tabInset: 4,
    holeSize: 1.5,
    holeColor: theme.color('textColor', '#333333').slice(0, 7),
    fillColor: look.tagFill,
    strokeColor: look.tagStroke,
    ...(look.hasTagShadow && { shadow: 1 }),
    fontColor: theme.color('tagLabelColor', '#131300').slice(0, 7),
    ...font,
    align: 'center',
    verticalAlign: 'middle',
    spacing: 0,
    // Mermaid's text of a turned tag begins over its hole.
    ...(isUpright && { rotation: TURN, spacingRight: 8 }),
  };
  return texts.map((html, index) => {
    const offset = index * TAG_STEP;
    if (!isUpright) {
      const middle = at.y - 19.2 - offset;
      return { html, style, box: rect(at.x - widest / 2 - 4 - tab, middle - height / 2, tab + body, height) };
    }
    const straight = rect(at.x, stepStart + offset - height / 2, tab + body, height);
    return { html, style, box: turned(straight, TURN, point(at.x, stepStart), point(12, 12)) };
  });
}
