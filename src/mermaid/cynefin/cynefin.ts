/** Cynefin diagrams: five domains of how well causes are understood, with what is in each and what moves between them. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { drawArea } from '../charts/chartFrame.js';
import { type ChartOptions, optionsOf } from '../charts/chartOptions.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { cliff, drawBoundary, fold, horizon } from './cynefinBoundaries.js';
import { drawItems } from './cynefinItems.js';
import { type CynefinLook, lookOf } from './cynefinLook.js';
import { type CynefinModel, DOMAINS, type DomainName, readCynefin } from './cynefinModel.js';
import { drawTransition } from './cynefinTransitions.js';

export const cynefin = defineKind({
  beginning: 'cynefin-beta',
  names: ['cynefin'],
  grammar: 'src/diagrams/cynefin/cynefinDiagram.ts',
  read: readCynefin,
  edgeCount: ({ transitions }: CynefinModel) => transitions.length,
  draw: drawCynefin,
  margins: [0],
  titleSize: 'own',
});

/** Percent. */
const OPACITY = { domain: 40, confusion: 50 };
/** From the middle of a domain down to its name, and to what is said of it, px. */
const NAME_DOWN = { domain: -30, confusion: -10 };
const SAYING_DOWN = { domain: [-10, 5], confusion: [8] };

/** What is to be done in a domain, and what of that is made practice. */
const SAYINGS: Readonly<Record<DomainName, readonly string[]>> = {
  complex: ['Probe → Sense → Respond', 'Emergent Practices'],
  complicated: ['Sense → Analyse → Respond', 'Good Practices'],
  clear: ['Sense → Categorise → Respond', 'Best Practices'],
  chaotic: ['Act → Sense → Respond', 'Novel Practices'],
  confusion: ['Disorder'],
};

/** Which quarter of the picture a domain has: how many halves of it are to the left and above. */
const QUARTERS: Readonly<Record<Exclude<DomainName, 'confusion'>, readonly [number, number]>> = {
  complex: [0, 0],
  complicated: [1, 0],
  chaotic: [0, 1],
  clear: [1, 1],
};
/** Of the picture's size. */
const CONFUSION = 0.3;
/** Where no seed is set, Mermaid takes one from a name that each picture has on its page. */
const SEED = 1;
/** Between the seeds of the two lines. */
const SEEDS_APART = 100;

function drawCynefin({ items, transitions, title }: CynefinModel, context: DrawContext): void {
  const { config, budget } = context;
  budget.spend(transitions.length + DOMAINS.length);
  const options = optionsOf(config.cynefin);
  const look = lookOf(context);
  const size = { width: options.length('width', 800), height: options.length('height', 600) };
  const padding = options.length('padding', 40);
  const hasSayings = options.flag('showDomainDescriptions', true);
  drawArea(rect(-padding, -padding, size.width + 2 * padding, size.height + 2 * padding), context);
  const middles = new Map(DOMAINS.map((name) => [name, middleOf(name, size)]));
  const quarters = DOMAINS.flatMap((name) => (name === 'confusion' ? [] : [name]));
  const ids = new Map(quarters.map((name) => [name as DomainName, drawQuarter(name, size, look, context)]));
  drawBoundaries(size, options, look, context);
  ids.set('confusion', drawConfusion(size, look, context));
  for (const [name, middle] of middles) drawTexts(name, middle, { hasSayings, look }, context);
  for (const [name, middle] of middles) {
    drawItems(items.get(name) ?? [], { name, middle, hasSayings, look }, context);
  }
  for (const transition of transitions) drawTransition(transition, { ids, middles, look }, context);
  const place = { x: size.width / 2, y: -padding / 2, baseline: 'middle', bold: true } as const;
  const fontSize = look.domainFontSize + 2;
  drawText({ ...place, text: title, fontSize, color: look.labelColor }, context);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function middleOf(name: DomainName, { width, height }: Size): Point {
  if (name === 'confusion') return { x: width / 2, y: height / 2 };
  const [across, down] = QUARTERS[name];
  return { x: (width * (1 + 2 * across)) / 4, y: (height * (1 + 2 * down)) / 4 };
}

/** Gives the id of its cell, as drawConfusion does. */
function drawQuarter(name: keyof typeof QUARTERS, size: Size, look: CynefinLook, { cells }: DrawContext): string {
  const [across, down] = QUARTERS[name];
  const [width, height] = [size.width / 2, size.height / 2];
  const id = cells.id(name);
  const fillColor = look.domains[name];
  const style: CellStyle = { rounded: 0, html: 1, fillColor, fillOpacity: OPACITY.domain, strokeColor: 'none' };
  cells.vertex({ id, box: rect(across * width, down * height, width, height), style });
  return id;
}

function drawConfusion(size: Size, look: CynefinLook, { cells }: DrawContext): string {
  const [width, height] = [size.width * CONFUSION, size.height * CONFUSION];
  const id = cells.id('confusion');
  cells.vertex({
    id,
    box: rect((size.width - width) / 2, (size.height - height) / 2, width, height),
    style: {
      ellipse: '',
      html: 1,
      fillColor: look.domains.confusion,
      fillOpacity: OPACITY.confusion,
      strokeColor: look.boundaryColor,
      strokeWidth: 1.5,
      dashed: 1,
      fixDash: 1,
      dashPattern: '4 2',
    },
  });
  return id;
}

function drawBoundaries(size: Size, options: ChartOptions, look: CynefinLook, context: DrawContext): void {
  const seed = options.number('seed', 0) || SEED;
  const amplitude = options.number('boundaryAmplitude', 8);
  const line: CellStyle = {
    strokeColor: look.boundaryColor,
    strokeWidth: look.boundaryWidth,
    dashed: 1,
    fixDash: 1,
    dashPattern: '6 3',
  };
  drawBoundary('fold', fold(size, seed, amplitude), line, context);
  drawBoundary('horizon', horizon(size, seed + SEEDS_APART, amplitude), line, context);
  drawBoundary('cliff', cliff(size), { strokeColor: look.cliffColor, strokeWidth: look.cliffWidth }, context);
}

interface TextsLook {
  readonly hasSayings: boolean;
  readonly look: CynefinLook;
}

/** The name of a domain, and what is said of it. */
function drawTexts(name: DomainName, { x, y }: Point, { hasSayings, look }: TextsLook, context: DrawContext): void {
  const kind = name === 'confusion' ? 'confusion' : 'domain';
  const label = name.slice(0, 1).toUpperCase() + name.slice(1);
  const nameLook = {
    fontSize: look.domainFontSize,
    color: look.labelColor,
    bold: true,
    baseline: 'middle',
  } as const;
  drawText({ ...nameLook, text: label, x, y: y + (hasSayings ? NAME_DOWN[kind] : 0) }, context);
  if (!hasSayings) return;
  const sayingLook = {
    fontSize: look.itemFontSize - 1,
    color: look.textColor,
    italic: true,
    baseline: 'middle',
  } as const;
  for (const [index, text] of SAYINGS[name].entries())
    drawText({ ...sayingLook, text, x, y: y + (SAYING_DOWN[kind][index] ?? 0) }, context);
}
