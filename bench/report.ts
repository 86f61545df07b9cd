/** The tables of a run, in Markdown. */
import type { ViewerTimes } from './browser.js';
import type { Row } from './check.js';
import type { ColdTimes } from './cold.js';
import type { ManyFiles } from './files.js';
import type { Start } from './start.js';
import type { Timing } from './statistics.js';
import type { WarmTimes } from './warm.js';

/** What was measured of a diagram. */
export interface Measured {
  readonly name: string;
  /** Undefined of what is drawn in whole processes alone. */
  readonly warm: WarmTimes | undefined;
  readonly coldSvg: ColdTimes;
  readonly coldPng: ColdTimes | undefined;
  /** Undefined without a browser, and for diagrams that the viewer isn't asked to draw. */
  readonly viewer: ViewerTimes | undefined;
}

/** What was measured of a folder of diagrams: each drawn a few times, and the spread of their medians. */
export interface MeasuredSuite {
  readonly name: string;
  readonly files: number;
  readonly svg: Timing;
  readonly png: Timing;
  readonly viewer: Timing | undefined;
}

const milliseconds = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)}`;
const timing = (value: Timing | undefined): string =>
  value === undefined ? '–' : `${milliseconds(value.median)} (${milliseconds(value.p95)})`;
const ratio = (a: number | undefined, b: number | undefined): string =>
  a === undefined || b === undefined ? '–' : `${(a / b).toFixed(a / b < 10 ? 2 : 0)} ×`;
const memory = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : `${Math.round(value)}`;

/** Rows of cells below a heading; the first column to the left, the others to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heading), `|---|${'--:|'.repeat(heading.length - 1)}`, ...rows.map(line)].join('\n');
}

export function warmTable(all: readonly Measured[]): string {
  return table(
    [
      'warm, ms: median (p95)',
      'SVG',
      'SVG, outlines',
      'PNG',
      'resvg alone',
      'PNG / resvg',
      'viewer, SVG',
      'viewer / mxsvg',
    ],
    all
      .filter(({ warm }) => warm !== undefined)
      .map(({ name, warm, viewer }) => [
        name,
        timing(warm?.svg),
        timing(warm?.outlines),
        timing(warm?.png),
        timing(warm?.resvg),
        ratio(warm?.png?.median, warm?.resvg?.median),
        timing(viewer?.warm),
        ratio(viewer?.warm.median, warm?.svg.median),
      ]),
  );
}

export function coldTable(all: readonly Measured[]): string {
  return table(
    ['whole process, ms: median (p95)', 'SVG', 'PNG', 'viewer', 'viewer / SVG', 'MiB, SVG', 'MiB, PNG', 'MiB, viewer'],
    all.map(({ name, coldSvg, coldPng, viewer }) => [
      name,
      timing(coldSvg.time),
      timing(coldPng?.time),
      timing(viewer?.cold),
      ratio(viewer?.cold.median, coldSvg.time.median),
      memory(coldSvg.memory),
      memory(coldPng?.memory),
      memory(viewer?.memory),
    ]),
  );
}

export function suiteTable(all: readonly MeasuredSuite[]): string {
  return table(
    ['suite, ms a file: median (p95)', 'files', 'SVG', 'PNG', 'viewer', 'viewer / SVG'],
    all.map(({ name, files, svg, png, viewer }) => [
      name,
      `${files}`,
      timing(svg),
      timing(png),
      timing(viewer),
      ratio(viewer?.median, svg.median),
    ]),
  );
}

/** A kind of work by itself. */
export interface MeasuredFeature {
  readonly name: string;
  readonly time: Timing;
}

export const featureTable = (all: readonly MeasuredFeature[]): string =>
  table(
    ['warm', 'ms: median (p95)'],
    all.map(({ name, time }) => [name, timing(time)]),
  );

/** `starts`: of Node alone, and of the command. */
export const startTable = (starts: readonly Start[]): string =>
  table(
    ['whole process, ms', 'median (p95)', 'processor time', 'processor time / Node alone'],
    starts.map(({ name, time, processorTime }) => [
      name,
      timing(time),
      milliseconds(processorTime),
      ratio(processorTime, starts[0]?.processorTime),
    ]),
  );

export const filesTable = ({ files, command, warm, processors }: ManyFiles): string =>
  table(
    ['many files, ms', '`mxsvg -r`', 'warm, one process', 'processors', 'command / (warm / processors)'],
    [
      [
        `${files.toLocaleString('en-US')} files of 15 to 34 cells`,
        timing(command),
        timing(warm),
        `${processors}`,
        ratio(command.median * processors, warm.median),
      ],
    ],
  );

/** All that a run measured. */
export interface Run {
  readonly measured: readonly Measured[];
  readonly features: readonly MeasuredFeature[];
  readonly starts: readonly Start[];
  readonly files: ManyFiles | undefined;
}

/** Its figures one by one, by which runs are compared. The viewer's are none of ours. */
export function rowsOf({ measured, features, starts, files }: Run): readonly Row[] {
  const row = (name: string, time: Timing | undefined): Row[] =>
    time?.ratio === undefined ? [] : [{ name, value: time.median, ratio: time.ratio }];
  const held = (name: string, cold: ColdTimes | undefined): Row[] =>
    cold === undefined || Number.isNaN(cold.memory) ? [] : [{ name, value: cold.memory, ratio: cold.memory }];
  return [
    ...measured.flatMap(({ name, warm, coldSvg, coldPng }) => [
      ...row(`${name}, SVG`, warm?.svg),
      ...row(`${name}, outlines`, warm?.outlines),
      ...row(`${name}, PNG`, warm?.png),
      ...row(`${name}, whole process, SVG`, coldSvg.time),
      ...row(`${name}, whole process, PNG`, coldPng?.time),
      ...held(`${name}, memory, SVG`, coldSvg),
      ...held(`${name}, memory, PNG`, coldPng),
    ]),
    ...features.flatMap(({ name, time }) => row(name, time)),
    ...starts.flatMap(({ name, time }) => row(`start, ${name}`, time)),
    ...(files ? [...row('many files, command', files.command), ...row('many files, warm', files.warm)] : []),
  ];
}
