/** What must hold of every SVG that is drawn, whatever the file was: well-formed, harmless, and its numbers are numbers. */
import { childElements, parseXml, type XmlElement } from '../../src/decode/xml.js';

const HARMLESS_ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan image a title desc style defs symbol use linearGradient radialGradient stop pattern clipPath mask filter feDropShadow feGaussianBlur feOffset feFlood feBlend feComposite feMerge feMergeNode feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feMorphology feTurbulence feImage feTile marker switch animate'.split(
    ' ',
  ),
);

/** Attributes that hold numbers and nothing else that could look like "NaN". */
const NUMERIC =
  /^(?:x|y|d|r|rx|ry|cx|cy|[xy][12]|dx|dy|width|height|viewBox|points|transform|font-size|opacity|offset|stroke-.*|.*-opacity)$/;

const ABSURD = /NaN|Infinity|undefined|null/;

/** What is wrong with the picture; empty where nothing is. */
export function problemsOf(svg: string): readonly string[] {
  const problems: string[] = [];
  const root = parseXml(svg);
  if (root.name !== 'svg') problems.push(`the picture is a <${root.name}>`);
  inspect(root, problems, false);
  return problems;
}

/** `embedded`: inside an SVG picture within the picture, which has styles and elements of its own. */
function inspect(element: XmlElement, problems: string[], embedded: boolean): void {
  const { name, attributes } = element;
  if (!embedded && !HARMLESS_ELEMENTS.has(name)) problems.push(`there is a <${name}>`);
  if (embedded && /^(?:\w+:)?(?:script|iframe|embed|object|foreignObject|handler|listener)$/i.test(name)) {
    problems.push(`there is a <${name}> in a picture`);
  }
  for (const [attribute, value] of attributes) {
    if (/^(?:\w+:)?on/i.test(attribute)) problems.push(`<${name}> has ${attribute}`);
    if (!embedded && NUMERIC.test(attribute) && ABSURD.test(value)) problems.push(`<${name} ${attribute}="${value}">`);
    if (/(?:^|:)href$/.test(attribute)) inspectReference(name, value, problems, embedded);
    else if (
      // The picture's own root holds its diagram as text.
      !(attribute === 'content' && name === 'svg' && !embedded) &&
      !attribute.startsWith('data-') &&
      attribute !== 'font-family' &&
      /url\(\s*(?!["']?(?:#|data:))/i.test(value)
    )
      problems.push(`<${name}> loads ${value.slice(0, 80)}`);
  }
  if (name === 'style' && !embedded && /@import|url\(\s*(?!["']?(?:#|data:))/i.test(ownText(element)))
    problems.push('a style sheet loads something');
  for (const child of childElements(element)) inspect(child, problems, embedded);
}

function inspectReference(name: string, value: string, problems: string[], embedded: boolean): void {
  const compact = value.replace(/[^!-~]/g, '');
  const allowed = name === 'a' ? /^(?!(?:javascript|vbscript|data|file):)/i : /^(?:#|data:(?:image\/|;base64))/i;
  if (!allowed.test(compact)) problems.push(`<${name}> refers to ${value.slice(0, 80)}`);
  const picture = /^data:image\/svg\+xml;base64,(.*)$/i.exec(value)?.[1];
  if (picture === undefined || embedded) return;
  const inside = wellFormed(Buffer.from(picture, 'base64').toString());
  // A picture that can't be read is shown by nobody.
  if (inside) inspect(inside, problems, true);
}

const ownText = (element: XmlElement): string => element.children.filter((child) => typeof child === 'string').join('');

function wellFormed(svg: string): XmlElement | undefined {
  try {
    return parseXml(svg);
  } catch {
    return undefined;
  }
}
