/** The findings of a check as text, JSON, SARIF 2.1.0 and workflow commands of GitHub. */

import { cellLines, type LineLookup } from '../check/cellLines.js';
import type { Finding } from '../check/finding.js';
import type { Rule } from '../check/rule.js';
import { RULES } from '../check/rules.js';
import type { Limits } from '../limits.js';
import type { Severity } from '../options.js';
import { STANDARD_STREAM } from './files.js';
import { printable } from './print.js';

/** A file that was checked. */
export interface Checked {
  readonly file: string;
  /** Its text, for the lines that cells stand on; undefined for pictures. */
  readonly text: string | undefined;
  readonly pageNames: readonly string[];
  readonly findings: readonly Finding[];
  /** Why blocks of a document can't be drawn. */
  readonly undrawn?: readonly string[];
}

/** A file that can't be read, or a part of it. */
export interface Unread {
  readonly file: string;
  readonly message: string;
}

/** A line for each finding: how bad, where, what is wrong and what to do. */
export const findingsAsText = (checked: readonly Checked[]): string =>
  checked
    .flatMap(({ file, pageNames, findings }) =>
      findings.map((finding) => `${printable(`${finding.severity}: ${line(file, pageNames, finding)}`)}\n`),
    )
    .join('');

function line(file: string, pageNames: readonly string[], finding: Finding): string {
  const { page, message, rule, box } = finding;
  const name = file === STANDARD_STREAM ? 'standard input' : file;
  const where = page === undefined ? '' : ` page ${page}${pageNames.length > 1 ? ` "${pageNames[page - 1]}"` : ''}:`;
  const at = box ? ` (at ${Math.round(box.x)}, ${Math.round(box.y)})` : '';
  return `${name}:${where}${cell(finding)} ${message}${at} [${rule}]`;
}

/** The first cell, where the message doesn't name it. */
function cell({ cells: [first], message }: Finding): string {
  return first === undefined || message.includes(`"${first}"`) ? '' : ` cell "${first}":`;
}

/** One array: what the library gives, each with its file. */
export function findingsAsJson(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ file, findings }) =>
    findings.map(({ fix, ...finding }) => ({ file, ...finding, ...(fix && { fix: fix.what }) })),
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function findingsAsSarif(
  checked: readonly Checked[],
  unread: readonly Unread[],
  version: string,
  limits?: Partial<Limits>,
): string {
  const driver = { name: 'mxsvg', version, rules: RULES.map(sarifRule) };
  const results = checked.flatMap((each) => {
    const lines = linesOf(each, limits);
    return each.findings.map((finding) => sarifResult(each, finding, lines));
  });
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', invocations: [invocation(unread)], results };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const invocation = (unread: readonly Unread[]) => ({
  executionSuccessful: unread.length === 0,
  toolExecutionNotifications: unread.map(({ file, message }) => ({
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  })),
});

const uriOf = (file: string): string => file.split('\\').join('/').split('/').map(encodeURIComponent).join('/');

const sarifRule = ({ name, summary, severity, family }: Rule) => ({
  id: name,
  shortDescription: { text: summary },
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { tags: [family] },
});

function sarifResult({ file, pageNames }: Checked, finding: Finding, lines: LineLookup | undefined) {
  const { rule, severity, message, page, cells, box } = finding;
  const startLine = lineOf(finding, lines);
  const name = page === undefined ? undefined : pageNames[page - 1];
  const logicalLocations = cells.map((id) => ({
    name: id,
    kind: 'element',
    fullyQualifiedName: `${name ?? ''}/${id}`,
  }));
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex((each) => each.name === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine } },
        ...(logicalLocations.length > 0 && { logicalLocations }),
      },
    ],
    properties: { page, pageName: name, box },
  };
}

const linesOf = ({ text }: Checked, limits: Partial<Limits> | undefined): LineLookup | undefined =>
  text === undefined ? undefined : cellLines(text, limits);

/** Of what stands on no line of its own, the first. */
const lineOf = ({ page, cells: [first] }: Finding, lines: LineLookup | undefined): number =>
  (page !== undefined && first !== undefined ? lines?.(page, first) : undefined) ?? 1;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the lines of a change. */
export function findingsAsGithub(
  checked: readonly Checked[],
  unread: readonly Unread[],
  limits?: Partial<Limits>,
): string {
  const broken = unread.map(({ file, message }) => `::error file=${property(file)}::${data(message)}\n`).join('');
  const findings = checked
    .flatMap((each) => {
      const lines = linesOf(each, limits);
      return each.findings.map((finding) => {
        const { severity, rule, page, message } = finding;
        const file = `file=${property(each.file)},line=${lineOf(finding, lines)},title=${property(rule)}`;
        const where = page === undefined ? '' : `Page ${page}:`;
        return `::${COMMANDS[severity]} ${file}::${data(`${where}${cell(finding)} ${message}`.trim())}\n`;
      });
    })
    .join('');
  return broken + findings;
}

/** What GitHub takes for its own in a command's text, and what would end the line. */
const data = (text: string): string =>
  text.replace(/[%\r\n]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
