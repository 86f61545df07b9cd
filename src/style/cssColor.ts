/** Reads CSS colours in all syntaxes that Chromium takes, and gives them as numbers of sRGB. */
import {
  type Color,
  Lab_to_XYZ_D65,
  LCH_to_XYZ_D65,
  namedColors,
  OKLab_to_XYZ_D65,
  OKLCH_to_XYZ_D65,
} from '@csstools/color-helpers';
import { type ColorData, ColorNotation, color, serializeRGB } from '@csstools/css-color-parser';
import {
  type ComponentValue,
  FunctionNode,
  isCommentNode,
  isFunctionNode,
  isTokenNode,
  parseComponentValue,
  TokenNode,
} from '@csstools/css-parser-algorithms';
import { isTokenComma, isTokenIdent, isTokenNumber, tokenize } from '@csstools/css-tokenizer';

/** 0 to 255, alpha 0 to 1. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Which colour of light-dark() counts. */
export type Side = 'light' | 'dark';

/** Colours that CSS takes from the viewer's system, by the words for them: as Chromium has them on a light page. */
const SYSTEM_COLORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '#000000':
      'windowtext canvastext -webkit-text buttonborder buttontext fieldtext marktext activeborder captiontext ' +
      'inactiveborder infotext menutext threeddarkshadow threedhighlight threedlightshadow threedshadow windowframe',
    '#ffffff':
      'window canvas accentcolortext field highlighttext selecteditemtext activecaption appworkspace background ' +
      'inactivecaption infobackground menu scrollbar',
    '#efefef': 'buttonface buttonhighlight buttonshadow threedface',
    '#808080': 'graytext inactivecaptiontext',
    '#0075ff': 'accentcolor',
    '#0041c6cc': 'highlight',
    '#1967d2': 'selecteditem',
    '#ffff00': 'mark',
    '#0000ee': 'linktext -webkit-link',
    '#ff0000': 'activetext -webkit-activelink',
    '#551a8b': 'visitedtext',
  }).flatMap(([hex, words]) => words.split(' ').map((word): [string, string] => [word, hex])),
);

/** In a style string nothing is current: black, as in a picture that sets no colour. */
const CURRENT = '#000000';

/** Characters. No colour that a person or a program writes is longer; one that is costs nothing. */
const LONGEST = 1000;

/** A colour's numbers, clipped to what sRGB shows, as Chromium does; undefined for what is no colour. */
export function readCssColor(text: string, side: Side): Rgba | undefined {
  if (text.length > LONGEST) return undefined;
  const name = text.toLowerCase();
  const known = Object.hasOwn(namedColors, name) ? namedColors[name] : undefined;
  if (known) return { red: known[0], green: known[1], blue: known[2], alpha: 1 };
  const value = parsed(text);
  const plain = value && withoutReferences(value, side);
  const data = plain && color(plain);
  return data ? numbersOf(data) : undefined;
}

const parsed = (text: string): ComponentValue | undefined => parseComponentValue(tokenize({ css: text }));

/** A value in which all that refers to something outside it is put in: the words of the system, light-dark() and var(). */
function withoutReferences(value: ComponentValue, side: Side): ComponentValue | undefined {
  if (isTokenNode(value)) return withoutWord(value);
  if (!isFunctionNode(value)) return value;
  const called = value.getName().toLowerCase();
  if (called === 'light-dark' || called === 'var') {
    const arguments_ = argumentsOf(value);
    const chosen = arguments_[called === 'var' || side === 'dark' ? 1 : 0];
    return chosen && withoutReferences(chosen, side);
  }
  const values = value.value.map((each) => withoutReferences(each, side));
  return values.every((each) => each !== undefined)
    ? new FunctionNode(value.name, value.endToken, values as ComponentValue[])
    : undefined;
}

function withoutWord(node: TokenNode): ComponentValue {
  if (!isTokenIdent(node.value)) return node;
  const word = node.value[4].value.toLowerCase();
  const hex = word === 'currentcolor' ? CURRENT : SYSTEM_COLORS.get(word);
  const [token] = hex === undefined ? [] : tokenize({ css: hex });
  return token ? new TokenNode(token) : node;
}

/** The first value between each two commas. */
function argumentsOf(call: FunctionNode): (ComponentValue | undefined)[] {
  const found: (ComponentValue | undefined)[] = [undefined];
  for (const each of call.value) {
    if (isTokenNode(each) && isTokenComma(each.value)) found.push(undefined);
    else if (!isBlank(each)) found[found.length - 1] ??= each;
  }
  return found;
}

const isBlank = (value: ComponentValue): boolean => value.type === 'whitespace' || isCommentNode(value);

/** Chromium shows the hue of a colour that is as light as white or as dark as black, which the library leaves out. */
const LIGHTNESS_SPACES = new Map<ColorNotation, (channels: Color) => Color>([
  [ColorNotation.Lab, Lab_to_XYZ_D65],
  [ColorNotation.LCH, LCH_to_XYZ_D65],
  [ColorNotation.OKLab, OKLab_to_XYZ_D65],
  [ColorNotation.OKLCH, OKLCH_to_XYZ_D65],
]);

function withHue(data: ColorData): ColorData {
  const toXyz = LIGHTNESS_SPACES.get(data.colorNotation);
  if (!toXyz) return data;
  const [first, second, third] = data.channels;
  return { ...data, colorNotation: ColorNotation.XYZ_D65, channels: toXyz([first || 0, second || 0, third || 0]) };
}

/** Chromium computes with 32 bits, where the residues of fractions are lost, and halves are rounded up. */
const withoutResidue = (channel: number): number => Math.round(channel * 1e4) / 1e4;

function numbersOf(data: ColorData): Rgba {
  const printed = serializeRGB({ ...withHue(data), alpha: 1 }, false);
  const [red = 0, green = 0, blue = 0] = printed.value
    .map((each) => (isTokenNode(each) && isTokenNumber(each.value) ? withoutResidue(each.value[4].value) : undefined))
    .filter((each) => each !== undefined);
  // What isn't a number is CSS's "none".
  const alpha = typeof data.alpha === 'number' && data.alpha > 0 ? Math.min(1, data.alpha) : 0;
  return { red, green, blue, alpha };
}
