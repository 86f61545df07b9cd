/** Form controls pasted into labels: boxes as Chromium draws them, with what they show as their content. */
import { lookupTable } from '../lookupTable.js';
import type { ComputedStyle } from './computedStyle.js';
import { type Declaration, parseDeclarations } from './css.js';

/** They take over neither font nor colour. */
const CONTROL =
  'display:inline-block;box-sizing:border-box;font:13.333px Arial;color:#000000;letter-spacing:normal;text-indent:0';
const FIELD = `${CONTROL};background-color:#ffffff;text-align:start`;
const BAR =
  'display:inline-block;box-sizing:border-box;vertical-align:0.05em;background-color:#efefef;height:0.5em;border-radius:0.25em';

export const CONTROL_RULES: Readonly<Record<string, string>> = {
  button: `${CONTROL};padding:2px 7px;border:1px solid #767676;background-color:#efefef;text-align:center;border-radius:3px`,
  input: `${FIELD};padding:2px 3px;border:1px solid #767676;border-radius:2.5px;width:178px;height:22px;white-space:pre`,
  textarea: `${FIELD};font-family:monospace;padding:2px;border:1px solid #767676;width:182px;height:36px;white-space:pre-wrap;overflow:hidden;vertical-align:text-bottom`,
  select: `${FIELD};padding:0 20px 0 4px;border:1px solid #767676;white-space:pre`,
  progress: `${BAR};width:10em;border:1px solid #767676;overflow:hidden`,
  meter: `${BAR};width:5em;border:1px solid #c4c4c4;overflow:hidden`,
};

const BUTTONS = new Set(['button', 'submit', 'reset']);

/** What the type of an input changes. */
export function controlDeclarations(tag: string, attributes: ReadonlyMap<string, string>): readonly Declaration[] {
  if (tag !== 'input') return [];
  const type = (attributes.get('type') ?? 'text').toLowerCase();
  if (type === 'hidden') return parseDeclarations('display:none');
  if (BUTTONS.has(type)) {
    const rule = CONTROL_RULES.button as string;
    return parseDeclarations(`${rule};width:auto;height:auto;white-space:pre`);
  }
  if (type !== 'checkbox' && type !== 'radio') return [];
  const checked = attributes.get('checked') !== undefined;
  const paint = checked ? 'border-color:#0075ff;background-color:#0075ff' : 'border-color:#767676';
  const shape = type === 'radio' ? '3px 3px 0 5px;border-radius:50%' : '3px 3px 0 4px;border-radius:2.5px';
  return parseDeclarations(`width:13px;height:13px;padding:0;border:1px solid;${paint};margin:${shape}`);
}

const BUTTON_TEXTS = lookupTable<string>({ submit: 'Submit', reset: 'Reset' });

/** What an input shows in its box. */
export function inputText(attributes: ReadonlyMap<string, string>): string {
  const type = (attributes.get('type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return '';
  return attributes.get('value') ?? attributes.get('placeholder') ?? BUTTON_TEXTS[type] ?? '';
}

/** How much of a progress bar or meter is filled, as the style of what fills it. */
export function filledPart(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  bar: ComputedStyle,
): ComputedStyle | undefined {
  const number = (name: string, fallback: number): number => {
    const value = Number.parseFloat(attributes.get(name) ?? '');
    return Number.isFinite(value) ? value : fallback;
  };
  const least = tag === 'meter' ? number('min', 0) : 0;
  const most = number('max', 1);
  const value = number('value', Number.NaN);
  if (!(value > least) || !(most > least)) return undefined;
  return {
    ...bar,
    display: 'block',
    background: tag === 'meter' ? '#107c10' : '#0075ff',
    border: NO_BORDERS,
    width: { kind: 'percent', value: Math.min(1, (value - least) / (most - least)) * 100 },
    height: { kind: 'percent', value: 100 },
  };
}

const NOTHING = { width: 0, style: 'none', color: undefined } as const;
const NO_BORDERS = { top: NOTHING, right: NOTHING, bottom: NOTHING, left: NOTHING };
