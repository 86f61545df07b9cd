/** `mxsvg check`: what is wrong with diagrams, for people, for programs and for GitHub; with --fix it is mended. */
import { MxsvgError } from '../diagnostics.js';
import type { CheckOptions as CheckSettings } from '../options.js';
import { commandAssets } from './assets/use.js';
import type { CheckOptions } from './checkOptions.js';
import { FAILURE, UNFAITHFUL } from './convertAll.js';
import { FileError, readFont, readInput, STANDARD_STREAM, UsageError, writeOutput } from './files.js';
import {
  type Checked,
  findingsAsGithub,
  findingsAsJson,
  findingsAsSarif,
  findingsAsText,
  type Unread,
} from './findingFormats.js';
import { findInputs } from './inputs.js';
import { drawioOf, textKind } from './mermaid.js';
import { tell } from './print.js';

type Engine = typeof import('../index.js');

/** Returns the exit code: 0, 1 where a file can't be read, 3 where there are errors or warnings. */
export async function checkFiles(operands: readonly string[], options: CheckOptions, version: string): Promise<number> {
  if (options.fix && operands.includes(STANDARD_STREAM))
    throw new UsageError('--fix needs a file: it writes in its place.');
  const inputs = await findInputs(operands, { recursive: options.recursive });
  const fonts = await Promise.all((options.font ?? []).map(readFont));
  const engine = await import('../index.js');
  const assets = await commandAssets(options.assets);
  const { page, rules, severity, scale, limit: limits } = options;
  const settings: CheckSettings = { page, rules, severity, scale, fonts, assets, limits };
  const checked: Checked[] = [];
  const unread: Unread[] = [];
  for (const { file } of inputs) {
    try {
      const one = await checkOne(file, settings, options, engine);
      checked.push(one);
      for (const message of one.undrawn ?? []) unread.push({ file, message });
    } catch (error) {
      if (isWrongRule(error)) throw new UsageError(error.message);
      if (!(error instanceof MxsvgError || error instanceof FileError)) throw error;
      unread.push({ file, message: error.message });
    }
  }
  for (const { file, message } of unread) {
    tell(`mxsvg: ${file === STANDARD_STREAM ? 'standard input' : file}: ${message}`);
  }
  await writeOutput(STANDARD_STREAM, report(checked, unread, options, version));
  const counts = countsOf(checked);
  if (!options.quiet && options.format === 'text' && checked.length > 0)
    tell(`mxsvg: ${summary(counts, checked.length, unread.length > 0)}.`);
  return unread.length > 0 ? FAILURE : counts.error + counts.warning > 0 ? UNFAITHFUL : 0;
}

const isWrongRule = (error: unknown): error is MxsvgError =>
  error instanceof MxsvgError && error.code === 'invalid-option' && /\brule\b/.test(error.message);

async function checkOne(
  file: string,
  settings: CheckSettings,
  { fix }: CheckOptions,
  engine: Engine,
): Promise<Checked> {
  const bytes = await readInput(file, settings.limits?.inputBytes);
  const kind = textKind(file, bytes);
  if (kind) {
    // What is laid out by us is not what its author could mend by the rules.
    const { undrawn } = await drawioOf(kind, bytes, { fonts: [], limits: settings.limits, diagnostics: () => {} });
    const messages = [...undrawn.values()].map(({ message }) => message);
    return { file, text: undefined, pageNames: [], findings: [], undrawn: messages };
  }
  const pageNames = engine.parse(bytes, settings).pages.map(({ name }) => name);
  if (!fix) return { file, text: textOf(bytes), pageNames, findings: engine.check(bytes, settings) };
  const { text, fixed, findings } = engine.fix(bytes, settings);
  if (fixed.length > 0) {
    await writeOutput(file, text);
    for (const { page, cells, fix: own } of fixed) {
      tell(`mxsvg: ${file}: page ${page}: ${cells[0] === undefined ? '' : `cell "${cells[0]}": `}${own?.what}.`);
    }
  }
  return { file, text, pageNames, findings };
}

/** The text of draw.io's own XML. */
function textOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  return /^\s*</.test(text) && !/^\s*<(?:svg|!doctype html|html)/i.test(text) ? text : undefined;
}

function report(
  checked: readonly Checked[],
  unread: readonly Unread[],
  { format, limit }: CheckOptions,
  version: string,
): string {
  switch (format) {
    case 'json':
      return findingsAsJson(checked);
    case 'sarif':
      return findingsAsSarif(checked, unread, version, limit);
    case 'github':
      return findingsAsGithub(checked, unread, limit);
    case 'text':
      return findingsAsText(checked);
  }
}

function countsOf(checked: readonly Checked[]) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of checked) for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function summary(counts: Readonly<Record<string, number>>, files: number, failed: boolean): string {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const parts = found.map(
    ([severity, count]) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`,
  );
  return `${parts.length > 0 ? parts.join(', ') : failed ? 'nothing else found' : 'nothing found'} in ${files} file${files === 1 ? '' : 's'}`;
}
