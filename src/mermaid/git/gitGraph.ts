/** Git graphs: branches as lines, commits on them, and what came of which. */
import { center, point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { svgTextHtml, svgTextSize } from '../text/svgText.js';
import type { MermaidTheme } from '../theme.js';
import { drawTitle } from '../title.js';
import { commitName, commitTags } from './commitLabels.js';
import { gitArrows } from './gitArrows.js';
import { COMMIT_TYPES, type GitCommit, type GitModel, readGit } from './gitModel.js';
import { type GitPlaces, gitPlaces } from './gitPlaces.js';

/** Themes have so many colours for branches. */
const COLORS = 8;
/** Mermaid's, px. */
const COMMIT = 20;
const HIGHLIGHTED = 12;
const CROSS = 10;
const LINE = 8;
/** Around a branch's name: beside it, and above and below it. */
const NAME_PADDING = { across: 9, down: 2 };
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
  const names = model.branches.map((branch): BranchName => {
    const html = svgTextHtml(branch);
    return { html, ...svgTextSize(html, { fontFamily: theme.fontFamily, fontSize: theme.fontSize }, measure) };
  });
  const places = gitPlaces(
    model,
    names.map(({ width }) => width),
    settings,
  );
  const drawing: Drawing = { model, places, settings, names, context };
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

/** The colour of one of the theme's for branches, by the branch's place among them. */
const branchColor = (name: 'git' | 'gitInv' | 'gitBranchLabel', index: number, theme: MermaidTheme): string =>
  theme.color(`${name}${index % COLORS}`, theme.nodeFill).slice(0, 7);

function drawBranches({ model, places, settings, names, context }: Drawing): void {
  const { cells, theme } = context;
  const style: CellStyle = {
    html: 1,
    endArrow: 'none',
    dashed: 1,
    fixDash: 1,
    dashPattern: '2 2',
    strokeWidth: 1,
    strokeColor: theme.color('commitLineColor', theme.line).slice(0, 7),
  };
  for (const [index, branch] of model.branches.entries()) {
    const place = places.branches.get(branch)?.place ?? 0;
    const at = (along: number) => (model.direction === 'LR' ? point(along, place) : point(place, along));
    const [from, to] = [at(places.start), at(places.end)];
    const ends = model.direction === 'BT' ? { source: to, target: from } : { source: from, target: to };
    cells.edge({ id: cells.id(`${branch}-line`), ...ends, style });
    cells.reserve(rect(from.x, from.y, to.x - from.x, Math.max(0, to.y - from.y)));
    const name = names[index] as BranchName;
    cells.vertex({
      id: cells.id(branch),
      label: name.html,
      box: nameBox(name, place, model, places, settings),
      style: {
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 8,
        html: 1,
        whiteSpace: 'nowrap',
        align: 'center',
        verticalAlign: 'middle',
        spacing: 0,
        // The text of upright graphs is left of the middle.
        ...(model.direction !== 'LR' && { spacingRight: 8 }),
        fillColor: branchColor('git', index, theme),
        strokeColor: 'none',
        fontColor: branchColor('gitBranchLabel', index, theme),
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
  { direction }: GitModel,
  { end }: GitPlaces,
  { rotateCommitLabel }: GitSettings,
): Rect {
  const size = { width: width + 2 * NAME_PADDING.across, height: height + 2 * NAME_PADDING.down };
  if (direction !== 'LR') {
    return rect(place - width / 2 - 10, direction === 'TB' ? 0 : end, size.width, size.height);
  }
  const gap = NAME_GAP - 5 + (rotateCommitLabel ? TURNED_NAME_GAP : 0);
  return rect(-width - gap, place - size.height / 2, size.width, size.height);
}

function drawArrows({ model, places, settings, context }: Drawing, ids: ReadonlyMap<string, string>): void {
  const { cells, theme, budget } = context;
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
        strokeWidth: LINE,
        strokeColor: branchColor('git', places.branches.get(branch)?.index ?? 0, theme),
      },
    });
  }
}

function drawCommit(commit: GitCommit, id: string, { places, context }: Drawing): void {
  const { cells, theme } = context;
  const at = places.commits.get(commit.id);
  if (!at) return;
  const index = places.branches.get(commit.branch)?.index ?? 0;
  const type = commit.customType ?? commit.type;
  const inner = theme.color('primaryColor', '#ECECFF').slice(0, 7);
  const around = (size: number): Rect => rect(at.x - size / 2, at.y - size / 2, size, size);
  const paint = (color: string): CellStyle => ({
    fillColor: color,
    strokeColor: color,
    points: '[]',
    perimeter: 'none',
  });
  const color = branchColor('git', index, theme);
  const vertex = (style: CellStyle): void =>
    cells.vertex({ id, box: around(COMMIT), style: { html: 1, ...style }, identity: `commit:${commit.id}` });
  const mark = (size: number, style: CellStyle): void =>
    cells.vertex({ id: cells.id(`${id}-mark`), parent: id, box: around(size), style });
  switch (type) {
    case COMMIT_TYPES.highlight:
      vertex({ rounded: 0, ...paint(branchColor('gitInv', index, theme)) });
      mark(HIGHLIGHTED, { rounded: 0, fillColor: inner, strokeColor: inner });
      break;
    case COMMIT_TYPES.reverse:
      vertex({ ellipse: '', ...paint(color) });
      mark(CROSS, { shape: 'umlDestroy', strokeWidth: 3, strokeColor: inner });
      break;
    case COMMIT_TYPES.merge:
      vertex({ shape: 'gitMergeCommit', innerColor: inner, ...paint(color) });
      break;
    case COMMIT_TYPES.cherryPick: {
      const isDark = context.config.theme === 'dark';
      const text = theme.color('textColor', '#333333').slice(0, 7);
      vertex({ shape: 'gitCherryPick', featureColor: isDark ? '#000000' : '#ffffff', ...paint(text) });
      break;
    }
    default:
      vertex({ ellipse: '', ...paint(color) });
  }
}

function drawLabels(commit: GitCommit, id: string, { model, places, settings, context }: Drawing): void {
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
    const { html, box, style } = commitName(commit, place, settings.rotateCommitLabel, context);
    cells.vertex({ id: cells.id(`${id}-name`), label: html, box, style });
  }
  for (const { html, box, style } of commitTags(commit, place, context)) {
    cells.vertex({ id: cells.id(`${id}-tag`), label: html, box, style });
  }
}
