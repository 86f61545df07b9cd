/** Form controls pasted into labels: boxes as Chromium draws them, with what they show as their content. */
import { lookupTable } from '../primitives/lookupTable.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import type { ComputedStyle } from './computedStyle.js';
import type { ImageContent } from './content.js';
import { type Declaration, parseDeclarations } from './css.js';
import { inheritStyle } from './initialStyle.js';

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
  const { accent, edge, ground } = colorsOf(attributes);
  const checked = attributes.get('checked') !== undefined;
  const size = 'width:13px;height:13px;padding:0';
  if (type === 'radio') {
    const color = checked ? accent : edge;
    return parseDeclarations(
      `${size};border:1px solid ${color};background-color:${ground};border-radius:50%;margin:3px 3px 0 5px`,
    );
  }
  const paint = checked
    ? `border:0;background-color:${accent};border-radius:2px`
    : `border:1px solid ${edge};background-color:${ground};border-radius:2.5px`;
  return parseDeclarations(`${size};${paint};margin:3px 3px 0 4px`);
}

interface ChoiceColors {
  readonly accent: string;
  readonly edge: string;
  readonly ground: string;
  readonly tick: string;
}

const CHOICE: ChoiceColors = { accent: '#0075ff', edge: '#767676', ground: '#ffffff', tick: '#ffffff' };
/** As they look on white, through which they let what is behind them. */
const DISABLED_CHOICE: ChoiceColors = { accent: '#d2d2d2', edge: '#d2d2d2', ground: '#f8f8f8', tick: '#ededed' };

const colorsOf = (attributes: ReadonlyMap<string, string>): ChoiceColors =>
  attributes.has('disabled') ? DISABLED_CHOICE : CHOICE;

/** The tick of a checked box, or the dot of a chosen radio button, as an image that fills the box inside its border. */
export function choiceMark(attributes: ReadonlyMap<string, string>, box: ComputedStyle): ImageContent | undefined {
  const type = (attributes.get('type') ?? 'text').toLowerCase();
  if (attributes.get('checked') === undefined || (type !== 'checkbox' && type !== 'radio')) return undefined;
  const { accent, tick } = colorsOf(attributes);
  const mark =
    type === 'radio'
      ? `viewBox="1 1 11 11"><circle cx="6.5" cy="6.5" r="3.9" fill="${accent}"/>`
      : `viewBox="0 0 13 13"><path d="M2.6 6.5l2.6 2.6 5.2-6.5" fill="none" stroke="${tick}" stroke-width="2.08"/>`;
  const size = type === 'radio' ? 11 : 13;
  return {
    kind: 'image',
    style: {
      ...inheritStyle(box),
      display: 'block',
      width: { kind: 'percent', value: 100 },
      height: { kind: 'percent', value: 100 },
    },
    href: `data:image/svg+xml,${percentEncoded(`<svg xmlns="http://www.w3.org/2000/svg" ${mark}</svg>`)}`,
    naturalSize: { width: size, height: size },
  };
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
