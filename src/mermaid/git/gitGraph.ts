/** Git graphs: branches as lines, commits on them, and what came of which. */
import { center, point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { svgTextHtml, svgTextSize } from '../text/svgText.js';
import { drawTitle } from '../title.js';
import { commitName, commitTags } from './commitLabels.js';
import { gitArrows } from './gitArrows.js';
import { type GitLook, gitLook } from './gitLook.js';
import { COMMIT_TYPES, type GitCommit, type GitModel, readGit } from './gitModel.js';
import { type GitPlaces, gitPlaces } from './gitPlaces.js';

/** Mermaid's, px: commits, and what is in them. */
const USUAL = { commit: 20, highlighted: 12, cross: 10, merged: 12 };
const SLIM = { commit: 14, highlighted: 8, cross: 8, merged: 10 };
/** Around a branch's name: beside it, and above and below it. */
const NAME_PADDING = { across: 9, down: 2 };
const SLIM_PADDING = { across: 17, down: 8 };
/** How far names of slim graphs that stand upright are from where others are: to the left, and from the graph. */
const SLIM_SHIFT = { left: 11, away: 22 };
/** From the beginning of the lines to the names, and more where the names of commits are turned. */
const NAME_GAP = 28;
const TURNED_NAME_GAP = 30;
const TITLE_SIZE = 18;
/** The middle of the title, above the place where a graph begins. */
const TITLE_PLACE = -31;

interface GitSettings {
  readonly showBranches: boolean;
  readonly showCommitLabel: boolean;
  readonly rotateCommitLabel: boolean;
  readonly parallelCommits: boolean;
}

interface Drawing {
  readonly model: GitModel;
  readonly places: GitPlaces;
  readonly settings: GitSettings;
  readonly names: readonly BranchName[];
  readonly look: GitLook;
  readonly context: DrawContext;
}

interface BranchName {
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export const gitGraph = defineKind({
  beginning: 'gitGraph',
  names: ['gitGraph'],
  grammar: 'src/diagrams/git/gitGraphDiagram.ts',
  read: readGit,
  draw: drawGit,
  titleSize: 'own',
});

function drawGit(model: GitModel, context: DrawContext): void {
  const { theme, measure, cells, title } = context;
  const settings = settingsOf(context);
  const look = gitLook(context);
  const { fontFamily, fontSize } = theme;
  const sized = (bold: boolean): readonly BranchName[] =>
    model.branches.map((branch) => {
      const html = svgTextHtml(branch);
      return { html, ...svgTextSize(html, { fontFamily, fontSize, bold }, measure) };
    });
  const usual = sized(false);
  const names = look.isBoldBranch ? sized(true) : usual;
  const places = gitPlaces(
    model,
    usual.map(({ width }) => width),
    { ...settings, isSlim: look.isSlim },
  );
  const drawing: Drawing = { model, places, settings, names, look, context };
  if (settings.showBranches) drawBranches(drawing);
  const ids = new Map(model.commits.map(({ id }) => [id, cells.id(id)]));
  drawArrows(drawing, ids);
  for (const commit of model.commits) drawCommit(commit, ids.get(commit.id) as string, drawing);
  for (const commit of model.commits) drawLabels(commit, ids.get(commit.id) as string, drawing);
  if (title !== undefined && cells.bounds) {
    drawTitle(title, TITLE_SIZE, context, point(center(cells.bounds).x, TITLE_PLACE));
  }
}

function settingsOf({ config }: DrawContext): GitSettings {
  const given = (config.gitGraph ?? {}) as Readonly<Record<string, unknown>>;
  const isOn = (key: string, fallback: boolean): boolean => Boolean(given[key] ?? fallback);
  return {
    showBranches: isOn('showBranches', true),
    showCommitLabel: isOn('showCommitLabel', true),
    rotateCommitLabel: isOn('rotateCommitLabel', true),
    parallelCommits: isOn('parallelCommits', false),
  };
}

function drawBranches({ model, places, settings, names, look, context }: Drawing): void {
  const { cells, theme } = context;
  const style: CellStyle = {
    html: 1,
    endArrow: 'none',
    dashed: 1,
    fixDash: 1,
    dashPattern: look.branchDashes,
    strokeWidth: look.branchWidth,
    strokeColor: theme.color('commitLineColor', theme.line).slice(0, 7),
  };
  for (const [index, branch] of model.branches.entries()) {
    const place = places.branches.get(branch)?.place ?? 0;
    const at = (along: number) => (model.direction === 'LR' ? point(along, place) : point(place, along));
    const [from, to] = [at(places.start), at(places.end)];
    const ends = model.direction === 'BT' ? { source: to, target: from } : { source: from, target: to };
    cells.edge({ id: cells.id(`${branch}-line`), ...ends, style, identity: `branch:${branch}` });
    cells.reserve(rect(from.x, from.y, to.x - from.x, Math.max(0, to.y - from.y)));
    const name = names[index] as BranchName;
    const { nameFill, nameStroke, nameColor } = look.branch(index);
    const corners: CellStyle = look.isSlim ? { rounded: 0 } : { rounded: 1, absoluteArcSize: 1, arcSize: 8 };
    cells.vertex({
      id: cells.id(branch),
      label: name.html,
      box: nameBox(name, place, { model, places, settings, look }),
      style: {
        ...corners,
        html: 1,
        whiteSpace: 'nowrap',
        align: 'center',
        verticalAlign: 'middle',
        spacing: 0,
        // The text of upright graphs is left of the middle.
        ...(model.direction !== 'LR' && { spacingRight: look.isSlim ? 2 : 8 }),
        fillColor: nameFill,
        strokeColor: nameStroke,
        ...(nameStroke !== 'none' && { strokeWidth: look.nameStrokeWidth }),
        ...(look.hasNameShadow && { shadow: 1 }),
        fontColor: nameColor,
        ...(look.isBoldBranch && { fontStyle: 1 }),
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize,
      },
    });
  }
}

/** At the beginning of a branch: left of it, above it or below it. */
function nameBox(
  { width, height }: BranchName,
  place: number,
  { model, places, settings, look }: Pick<Drawing, 'model' | 'places' | 'settings' | 'look'>,
): Rect {
  const padding = look.isSlim ? SLIM_PADDING : NAME_PADDING;
  const size = { width: width + 2 * padding.across, height: height + 2 * padding.down };
  if (model.direction !== 'LR') {
    const { left, away } = look.isSlim ? SLIM_SHIFT : { left: 0, away: 0 };
    const y = model.direction === 'TB' ? -away : places.end + away;
    return rect(place - width / 2 - 10 - left, y, size.width, size.height);
  }
  const gap = NAME_GAP - 5 + (settings.rotateCommitLabel ? TURNED_NAME_GAP : 0);
  return rect(-width - gap, place - size.height / 2, size.width, size.height);
}

function drawArrows({ model, places, settings, look, context }: Drawing, ids: ReadonlyMap<string, string>): void {
  const { cells, budget } = context;
  const taken = settings.showBranches ? [...places.branches.values()].map(({ place }) => place) : [];
  for (const { from, to, waypoints, radius, branch } of gitArrows(model, places, taken, budget)) {
    cells.edge({
      id: cells.id(`${from}-${to}`),
      source: ids.get(from) as string,
      target: ids.get(to) as string,
      waypoints,
      style: {
        rounded: 1,
        // draw.io rounds corners by half of it.
        arcSize: 2 * radius,
        html: 1,
        endArrow: 'none',
        strokeWidth: look.arrowWidth,
        strokeColor: look.branch(places.branches.get(branch)?.index ?? 0).color,
      },
    });
  }
}

function drawCommit(commit: GitCommit, id: string, { places, look, context }: Drawing): void {
  const { cells } = context;
  const at = places.commits.get(commit.id);
  if (!at) return;
  const { color, highlight } = look.branch(places.branches.get(commit.branch)?.index ?? 0);
  const type = commit.customType ?? commit.type;
  const sizes = look.isSlim ? SLIM : USUAL;
  const { inner } = look;
  const around = (size: number): Rect => rect(at.x - size / 2, at.y - size / 2, size, size);
  const paint = (own: string): CellStyle => ({ fillColor: own, strokeColor: own, points: '[]', perimeter: 'none' });
  const vertex = (style: CellStyle): void =>
    cells.vertex({ id, box: around(sizes.commit), style: { html: 1, ...style }, identity: `commit:${commit.id}` });
  const mark = (size: number, style: CellStyle): void =>
    cells.vertex({ id: cells.id(`${id}-mark`), parent: id, box: around(size), style });
  switch (type) {
    case COMMIT_TYPES.highlight:
      vertex({ rounded: 0, ...paint(highlight) });
      mark(sizes.highlighted, { rounded: 0, fillColor: inner, strokeColor: inner });
      break;
    case COMMIT_TYPES.reverse:
      vertex({ ellipse: '', ...paint(color) });
      mark(sizes.cross, { shape: 'umlDestroy', strokeWidth: look.crossWidth, strokeColor: inner });
      break;
    case COMMIT_TYPES.merge:
      // The shape's own disc is of the usual size.
      vertex({ ...(look.isSlim ? { ellipse: '' } : { shape: 'gitMergeCommit', innerColor: inner }), ...paint(color) });
      if (look.isSlim) mark(sizes.merged, { ellipse: '', fillColor: inner, strokeColor: inner });
      break;
    case COMMIT_TYPES.cherryPick:
      vertex({
        shape: 'gitCherryPick',
        featureColor: look.isDark ? '#000000' : '#ffffff',
        ...paint(look.cherryPick),
      });
      break;
    default:
      vertex({ ellipse: '', ...paint(color) });
  }
}

function drawLabels(commit: GitCommit, id: string, { model, places, settings, look, context }: Drawing): void {
  const at = places.commits.get(commit.id);
  if (!at) return;
  const isUpright = model.direction !== 'LR';
  const isStepped = !(model.direction === 'BT' && settings.parallelCommits);
  const stepStart = (isUpright ? at.y : at.x) - (isStepped ? 10 : 0);
  const place = { at, isUpright, stepStart };
  const { cells } = context;
  const isNamed =
    commit.type !== COMMIT_TYPES.cherryPick && (commit.type !== COMMIT_TYPES.merge || commit.customId === true);
  if (isNamed && settings.showCommitLabel) {
    const { html, box, style } = commitName(commit, place, settings.rotateCommitLabel, { ...context, look });
    cells.vertex({ id: cells.id(`${id}-name`), label: html, box, style });
  }
  for (const { html, box, style } of commitTags(commit, place, { ...context, look })) {
    cells.vertex({ id: cells.id(`${id}-tag`), label: html, box, style });
  }
}
