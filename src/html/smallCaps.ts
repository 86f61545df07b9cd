/** Small capitals: fonts rarely have them, so browsers set small letters as capitals of a smaller size. */
import type { ComputedStyle } from './computedStyle.js';
import type { Content } from './content.js';
import { px } from './lengths.js';

/** How much smaller than the text's. */
const SCALE = 0.7;

/** Stretches of small letters, with their marks. */
const SMALL = /[\p{Ll}\p{M}]+/gu;

/** A text as an inline element whose small letters are small capitals; the line stays as high as the text's own. */
export function smallCaps(text: string, style: ComputedStyle): Content {
  const plain = inlineOnly(style);
  const small: ComputedStyle = { ...plain, fontSize: style.fontSize * SCALE, lineHeight: { kind: 'px', value: 0 } };
  const children: Content[] = [];
  let end = 0;
  for (const match of text.matchAll(SMALL)) {
    if (match.index > end) children.push({ kind: 'text', text: text.slice(end, match.index), style: plain });
    const letters: Content = { kind: 'text', text: match[0].toUpperCase(), style: small };
    children.push({ kind: 'element', tag: 'span', style: small, children: [letters] });
    end = match.index + match[0].length;
  }
  if (end < text.length) children.push({ kind: 'text', text: text.slice(end), style: plain });
  return { kind: 'element', tag: 'span', style: plain, children };
}

const NOTHING = { width: 0, style: 'none', color: undefined } as const;

/** The text's style without what its element paints and takes up around it. */
const inlineOnly = (style: ComputedStyle): ComputedStyle => ({
  ...style,
  smallCaps: false,
  display: 'inline',
  background: undefined,
  gradients: [],
  boxShadows: [],
  margin: { top: px(0), right: px(0), bottom: px(0), left: px(0) },
  padding: { top: px(0), right: px(0), bottom: px(0), left: px(0) },
  border: { top: NOTHING, right: NOTHING, bottom: NOTHING, left: NOTHING },
  float: 'none',
  outOfFlow: false,
  relative: false,
  verticalAlign: 'baseline',
});
