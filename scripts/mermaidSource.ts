/** Mermaid's sources without what only drawing needs: what nobody asks for then, the bundler leaves out. */
import { parseAst } from 'rolldown/parseAst';

/** A part of a parsed program. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** What is taken out of a text, and what comes in its place. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by?: string;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

function* nodesIn(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const field of Object.values(node)) {
    for (const each of Array.isArray(field) ? field : [field]) if (isNode(each)) yield* nodesIn(each);
  }
}

const isNamed = (node: unknown, names: readonly string[]): boolean =>
  isNode(node) && node.type === 'Identifier' && names.includes(node.name as string);

/** A call that gives a function the name that it had before the package was made: messages alone would show it. */
const isNaming = (node: unknown): boolean =>
  isNode(node) && node.type === 'CallExpression' && isNamed(node.callee, ['__name']);

const isNamingStatement = (node: SyntaxNode): boolean =>
  node.type === 'ExpressionStatement' && isNaming(node.expression);

/** What a kind of diagram has besides its grammar and its model. */
const DRAWING = ['renderer', 'styles'];

/** What makes an object of a file's drawing, or tells it settings. */
const DRAWING_STATEMENT = /^(?:__export\(\w+Renderer\w*_exports,|(?:c4|journey)Renderer_default\d*\.setConf\()/;

const isForDrawing = (source: string, node: SyntaxNode): boolean =>
  node.type === 'ExpressionStatement' && DRAWING_STATEMENT.test(source.slice(node.start, node.start + 100));

/** That a shape is known is asked of a table of what draws each. */
function shapeTableCuts(name: string, table: SyntaxNode): readonly Cut[] {
  const properties = [...nodesIn(table)].filter(({ type }) => type === 'Property');
  if (name === 'undocumentedShapes') return properties.map(({ end }) => ({ start: end, end, by: ': true' }));
  return properties
    .filter(({ key }) => isNamed(key, ['handler']))
    .map(({ value }) => ({ ...(value as SyntaxNode), by: 'true' }));
}

function declarationCuts(name: string, value: SyntaxNode): readonly Cut[] {
  if (name === 'undocumentedShapes' || name === 'shapesDefs') return shapeTableCuts(name, value);
  // What the package is to its users.
  if (name === 'mermaidAPI') return [{ start: value.start, end: value.start, by: '/* @__PURE__ */ ' }];
  return [];
}

/** A kind of diagram is an object with its parser and what draws it. */
function diagramCuts(diagram: SyntaxNode): readonly Cut[] {
  const properties = diagram.properties as readonly SyntaxNode[];
  const has = (name: string): boolean => properties.some(({ key }) => isNamed(key, [name]));
  if (!has('parser') || !has('renderer')) return [];
  return properties.flatMap(({ key, start }, i) =>
    isNamed(key, DRAWING) ? [{ start, end: properties[i + 1]?.start ?? diagram.end - 1 }] : [],
  );
}

function cutsOf(source: string, node: SyntaxNode): readonly Cut[] {
  const { start, end } = node;
  if (isNamingStatement(node) || isForDrawing(source, node)) return [{ start, end }];
  if (node.type === 'StaticBlock' && (node.body as readonly SyntaxNode[]).every(isNamingStatement)) {
    return [{ start, end }];
  }
  // In a page it would look for texts to draw.
  if (node.type === 'IfStatement' && source.startsWith(IN_PAGE, start)) return [{ start, end }];
  if (isNaming(node)) {
    const [named] = node.arguments as readonly [SyntaxNode];
    return [
      { start, end: named.start, by: '(' },
      { start: named.end, end, by: ')' },
    ];
  }
  if (node.type === 'ObjectExpression') return diagramCuts(node);
  if (node.type !== 'VariableDeclarator' || !isNode(node.init)) return [];
  return declarationCuts((node.id as { readonly name?: string }).name ?? '', node.init);
}

const IN_PAGE = 'if (typeof document !== "undefined") {\n  window.addEventListener("load"';

/** The source of one of Mermaid's files without drawing, and with functions that go by no other name than their own. */
export function withoutDrawing(source: string, file: string): string {
  const program = parseAst(source, { lang: 'js' }, file) as unknown as SyntaxNode;
  const cuts = [...nodesIn(program)].flatMap((node) => cutsOf(source, node));
  let text = '';
  let end = 0;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    // Within one that went before.
    if (cut.start < end) continue;
    text += source.slice(end, cut.start) + (cut.by ?? '');
    end = cut.end;
  }
  return text + source.slice(end);
}
