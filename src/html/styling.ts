/** Computes an element's style: the browser's defaults, then attributes, then its style attribute. */

import type { Report } from '../diagnostics.js';
import type { TextDecoration } from '../drawing/textBlock.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { BorderSide, ComputedStyle } from './computedStyle.js';
import { type Declaration, parseDeclarations } from './css.js';
import { customProperties, withCustomProperties } from './customProperties.js';
import { attributeDeclarations, elementDefaults, type ListDepth, type TableAttributes } from './elements.js';
import { fitMonospace } from './fontSizing.js';
import { isWithoutEffect } from './ignoredProperties.js';
import { INITIAL_STYLE, inheritStyle, type StyleDraft } from './initialStyle.js';
import type { SideName, Sides } from './lengths.js';
import { properties } from './properties.js';

export interface StyledElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface StylingContext {
  readonly listDepth: ListDepth;
  readonly table: TableAttributes | undefined;
  readonly cellId: string;
  readonly report: Report;
}

/** Properties that lengths and sides of others depend on: they are computed first. */
const FIRST = new Set(['font', 'font-size', 'font-family', 'direction']);
/** What other properties' currentcolor refers to. */
const SECOND = new Set(['color']);

const rank = ({ property }: Declaration): number => (FIRST.has(property) ? 0 : SECOND.has(property) ? 1 : 2);

export function computeStyle(element: StyledElement, parent: ComputedStyle, context: StylingContext): ComputedStyle {
  const { tag, attributes } = element;
  const inline = attributes.get('style');
  const declarations = [
    ...elementDefaults(tag, context.listDepth),
    ...attributeDeclarations(tag, attributes, context.table),
    ...(inline ? parseDeclarations(inline) : []),
  ];
  const style = inheritStyle(parent);
  style.customProperties = customProperties(declarations, parent.customProperties);
  if (tag === 'a' && attributes.get('href')) style.href = attributes.get('href');
  if (tag === 'tr' || tag === 'td' || tag === 'th') style.verticalAlign = parent.verticalAlign;
  if (tag === 'th' && parent.textAlign === 'start') style.textAlign = 'center';
  for (const pass of [0, 1, 2]) {
    for (const declaration of declarations) {
      if (rank(declaration) === pass) apply(style, declaration, parent, context);
    }
    if (pass === 0) fitMonospace(style, parent);
  }
  const computed = blockified(style);
  // An align attribute doesn't reach into tables.
  if (tag === 'table' && style.textAlign.startsWith('block-') && !declares(declarations, 'text-align')) {
    style.textAlign = 'start';
  }
  computed.decorations = decorationsOf(computed, parent);
  return grouped(computed, parent);
}

const declares = (declarations: readonly Declaration[], property: string): boolean =>
  declarations.some((declaration) => declaration.property === property);

/** Decorations go on through what an element holds, but not into boxes that stand on lines or beside them. */
function decorationsOf(style: StyleDraft, parent: ComputedStyle): readonly TextDecoration[] {
  const { decoration, display, float, outOfFlow, underlineOffset } = style;
  const apart = display.startsWith('inline-') || float !== 'none' || outOfFlow;
  const around = apart ? [] : parent.decorations;
  if (decoration.lines.length === 0) return around;
  const { lines, thickness } = decoration;
  const own = lines.map(
    (line): TextDecoration => ({
      line,
      color: decoration.color ?? style.color,
      fontSize: style.fontSize,
      ...(decoration.style !== 'solid' && { style: decoration.style }),
      ...(thickness !== undefined && { thickness }),
      ...(underlineOffset !== undefined && line === 'underline' && { offset: underlineOffset }),
    }),
  );
  return [...around, ...own];
}

/** Text shares the opacity of the inline elements around it; a block is see-through as a whole. */
function grouped(style: StyleDraft, parent: ComputedStyle): ComputedStyle {
  if (style.display !== 'inline') return style;
  style.opacity = parent.opacity * style.groupOpacity;
  style.groupOpacity = 1;
  return style;
}

function apply(
  style: StyleDraft,
  { property, value }: Declaration,
  parent: ComputedStyle,
  context: StylingContext,
): void {
  const handler = properties.get(property);
  if (!handler) {
    if (!isWithoutEffect(property)) unsupported(context, unknownProperty(property, value));
    return;
  }
  const used = withCustomProperties(value, style.customProperties) ?? 'unset';
  if (applyKeyword(style, property, used.toLowerCase(), parent)) return;
  if (!handler(style, used, { parent })) unsupported(context, `${property}: ${value} is passed over`);
}

function unknownProperty(property: string, value: string): string {
  if (/^\\?["']/.test(property)) return `${property}: ${value} is passed over: it begins with a quotation mark`;
  if (/^-?[a-z_]/.test(property)) return `${property} is not supported in labels`;
  return `${property}: ${value} is passed over: ${property} is no name of a property`;
}

function unsupported({ cellId, report }: StylingContext, message: string): void {
  report({ code: 'unsupported-css', cellId, message: `CSS ${message}.` });
}

/** Chromium's initial font is Times; 'initial' brings it back. */
const INITIAL_TEXT: ComputedStyle = { ...INITIAL_STYLE, families: ['Times'] };

/** The styles' keys that a property sets, where it isn't the one of the same name. */
const KEYS = lookupTable<readonly (keyof ComputedStyle)[]>({
  font: ['families', 'fontSize', 'fontSizing', 'weight', 'italic', 'lineHeight'],
  'font-size': ['fontSize', 'fontSizing'],
  'font-family': ['families'],
  'font-weight': ['weight'],
  'font-style': ['italic'],
  'font-variant': ['smallCaps'],
  'white-space': ['whiteSpaceCollapse', 'wraps'],
  'word-wrap': ['overflowWrap'],
  direction: ['rightToLeft'],
  'background-color': ['background'],
  'text-decoration': ['decoration'],
  'text-decoration-line': ['decoration'],
  'text-shadow': ['textShadows'],
  'border-radius': ['radii'],
  opacity: ['groupOpacity'],
  position: ['outOfFlow', 'relative'],
});

const camelCase = (property: string): string =>
  property.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** inherit, initial, unset and revert; true if the value was one of them. */
function applyKeyword(style: StyleDraft, property: string, value: string, parent: ComputedStyle): boolean {
  if (
    value !== 'inherit' &&
    value !== 'initial' &&
    value !== 'unset' &&
    value !== 'revert' &&
    value !== 'revert-layer'
  ) {
    return false;
  }
  // Parts of box properties keep what the element has; an inherited margin never occurs in labels.
  const fresh = inheritStyle(parent);
  const keys = KEYS[property] ?? [camelCase(property)];
  for (const key of keys) {
    if (!(key in fresh)) continue;
    if (value === 'inherit') copy(style, parent, key as keyof ComputedStyle);
    else if (value === 'initial') copy(style, INITIAL_TEXT, key as keyof ComputedStyle);
    else copy(style, fresh, key as keyof ComputedStyle);
  }
  if (property === 'background') style.background = value === 'inherit' ? parent.background : undefined;
  if (property === 'border-color') style.border = withBorderColors(style, value === 'inherit' ? parent : undefined);
  return true;
}

/** The element's borders in the colours of another's borders, or in its own text's. */
function withBorderColors({ border, color }: ComputedStyle, source: ComputedStyle | undefined): Sides<BorderSide> {
  const side = (name: SideName): BorderSide => ({ ...border[name], color: source?.border[name].color ?? color });
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
}

function copy<K extends keyof ComputedStyle>(to: StyleDraft, from: ComputedStyle, key: K): void {
  to[key] = from[key];
}

/** Floats and boxes out of flow are blocks. */
function blockified(style: StyleDraft): StyleDraft {
  if (style.float === 'none' && !style.outOfFlow) return style;
  const { display } = style;
  if (display === 'inline' || display === 'inline-block') style.display = 'block';
  else if (display === 'inline-flex') style.display = 'flex';
  else if (display === 'inline-table') style.display = 'table';
  return style;
}
