/** Which rules are followed, how severely and with which thresholds, from the words of the option `rules`. */
import { MxsvgError } from '../diagnostics.js';
import { type CheckOptions, SEVERITIES, type Severity } from '../options.js';
import type { Rule } from './rule.js';
import { nearest } from './structure/spelling.js';

/** A rule that is followed. */
export interface Setting {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly threshold: number;
}

/** What the words say of one rule. */
interface Wish {
  chosen: boolean;
  left: boolean;
  severity?: Severity;
  threshold?: number;
}

/**
 * The rules of a table that options ask for. Throws MxsvgError 'invalid-option' for a rule that isn't there, and for a
 * value that is neither a severity nor a number that the rule has a use for.
 */
export function settingsOf(
  rules: readonly Rule[],
  { rules: words = [], severity = 'warning' }: CheckOptions,
): Setting[] {
  const wishes = new Map<Rule, Wish>(rules.map((rule) => [rule, { chosen: false, left: false }]));
  for (const word of words) obey(word.trim(), wishes);
  const choosy = [...wishes.values()].some(({ chosen }) => chosen);
  return [...wishes].flatMap(([rule, wish]) => {
    const own = wish.severity ?? rule.severity;
    const heard = choosy ? wish.chosen : isAtLeast(own, severity);
    if (wish.left || !heard) return [];
    return [{ rule, severity: own, threshold: wish.threshold ?? rule.threshold?.value ?? 0 }];
  });
}

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);

function obey(word: string, wishes: ReadonlyMap<Rule, Wish>): void {
  const [, minus = '', name = '', value] = /^(-?)([a-z-]+?)(?:=(.*))?$/.exec(word) ?? [];
  const meant = [...wishes].filter(([rule]) => rule.name === name || rule.family === name);
  if (meant.length === 0) throw unknownRule(name || word, [...wishes.keys()]);
  for (const [rule, wish] of meant) {
    if (minus !== '') wish.left = true;
    else if (value === undefined) wish.chosen = true;
    else if (value === 'off') wish.left = true;
    else if (isSeverity(value)) wish.severity = value;
    else wish.threshold = thresholdOf(rule, value);
  }
}

const isSeverity = (text: string): text is Severity => (SEVERITIES as readonly string[]).includes(text);

function thresholdOf(rule: Rule, text: string): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (rule.threshold && Number.isFinite(value) && value >= 0) return value;
  const number = rule.threshold ? `, or a number (${rule.threshold.unit})` : '';
  throw new MxsvgError(
    'invalid-option',
    `The rule ${rule.name} is error, warning, info or off${number}, not ${JSON.stringify(text.slice(0, 40))}.`,
  );
}

function unknownRule(word: string, rules: readonly Rule[]): MxsvgError {
  const names = [...new Set(rules.map(({ family }) => family)), ...rules.map(({ name }) => name)];
  const meant = nearest(word, names);
  const others = meant === undefined ? `There are: ${names.join(', ')}.` : `Is "${meant}" meant?`;
  return new MxsvgError('invalid-option', `There is no rule ${JSON.stringify(word.slice(0, 60))}. ${others}`);
}
