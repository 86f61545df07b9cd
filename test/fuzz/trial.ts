/** One input tried: it must end in a harmless picture or in an MxsvgError. */
import { drawioXml, layout, MxsvgError, parse, render, renderHtml, renderPdf, renderPng } from '../../src/index.js';
import type { FuzzInput } from './inputs.js';
import { problemsOf } from './invariants.js';

/** What went wrong, as a line that is the same for the same cause; undefined where nothing did. */
export type Finding = { readonly cause: string; readonly detail: string };

/** Which formats an input is drawn in: each is SVG first, some are more. */
const MORE: readonly ((source: FuzzInput['source']) => unknown)[] = [
  (source) => renderPng(source, { width: 200, height: 200 }),
  (source) => renderPng(source),
  (source) => renderPdf(source),
  (source) => renderHtml(source),
  (source) => drawioXml(source),
  (source) => checkedPicture(render(source, { text: 'outline', scale: 2, border: 5, size: 'page' })),
  (source) => checkedPicture(render(source, { theme: 'auto', embedFonts: true, pretty: true, animate: true })),
  (source) => checkedPicture(render(source, { theme: 'dark', embedDiagram: 'compressed' })),
  (source) => {
    for (const { x, y, width, height, points = [] } of layout(source).cells) {
      const numbers = [x, y, width, height, ...points.flatMap((point) => [point.x, point.y])];
      if (!numbers.every(Number.isFinite)) throw new Error(`a cell stands at ${numbers.slice(0, 4)}`);
    }
  },
];

class Harm extends Error {}

function checkedPicture(svg: string): void {
  const problems = problemsOf(svg);
  if (problems.length > 0) throw new Harm([...new Set(problems)].slice(0, 5).join('; '));
}

/** Every input is drawn as SVG, and the index chooses another use of it for one in three. */
export async function tryInput({ source }: FuzzInput, index: number): Promise<Finding | undefined> {
  try {
    const diagram = parse(source);
    for (const page of [1, 2].slice(0, diagram.pages.length)) checkedPicture(render(diagram, { page }));
    if (index % 3 === 0) await MORE[(index / 3) % MORE.length]?.(source);
    return undefined;
  } catch (error) {
    if (error instanceof MxsvgError) return undefined;
    return findingOf(error);
  }
}

function findingOf(error: unknown): Finding {
  if (!(error instanceof Error)) return { cause: `thrown: ${String(error).slice(0, 200)}`, detail: '' };
  const stack = error.stack ?? '';
  const place = /\/src\/([^\s()]+:\d+)/.exec(stack)?.[1] ?? /at (.*)/.exec(stack)?.[1] ?? '';
  const message = error.message.split('\n')[0]?.slice(0, 300) ?? '';
  return { cause: error instanceof Harm ? message : `${error.name} at ${place}: ${message}`, detail: stack };
}
