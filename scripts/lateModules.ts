/**
 * Modules that are read when one of their functions is first called, and not when the program starts. The sources import
 * them as any other: what runs under Node gets, in place of such a module, functions of the same names that load it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import type { SyntaxNode } from './mermaidSource.js';

/** Whose imports of which modules are late; of these, only functions may be imported. */
const LATE: readonly { readonly importer: RegExp; readonly module: RegExp }[] = [
  { importer: /^shapes\/families\.ts$/, module: /^shapes\/(?:libraries|notations)\// },
  // What only some files, cells and labels have.
  {
    importer: /./,
    module:
      /^decode\/(?:deflate|entityNames|htmlParser|imageKind|imageSize|pdf|shapeLibrary|svg|uriBytes|xmlParser)\.ts$/,
  },
  { importer: /./, module: /^style\/cssColor\.ts$/ },
  { importer: /./, module: /^drawing\/sketch\.ts$/ },
  {
    importer: /./,
    module: /^html\/(?:borderShades|floatShape|htmlText|inlineSvg|labelHtml|markerContent|numerals|smallCaps)\.ts$/,
  },
  {
    importer: /./,
    module:
      /^boxes\/(?:borders|cssGradients|flex|floatPlacing|imageFragment|positioned|verticalText|inline\/shapedLines|table\/tableLayout)\.ts$/,
  },
  {
    importer: /./,
    module: /^labels\/(?:flowAlignment|flowContent|flowLabel|formulaSetter|plainLabel|textOnCurve)\.ts$/,
  },
  { importer: /./, module: /^shaping\/(?:bidiAlgorithm|harfbuzz|scriptRuns|unicodeBreaks)\.ts$/ },
  { importer: /^shaping\/fontFace\.ts$/, module: /^fonts\/(?:fontSubset|glyphOutline|sfntWriter)\.ts$/ },
  { importer: /^shapes\/stencils\//, module: /^shapes\/stencils\/(?:packedStencil|stencil|stencilProgram)\.ts$/ },
  { importer: /./, module: /^write\/(?:images\/svgImage|svg\/(?:imageMarkup|decorations|patternTiles))\.ts$/ },
  {
    importer: /./,
    module:
      /^(?:geometry\/ringDashes|describe\/(?:alternative|mermaidTexts)|fonts\/fontNames|shapes\/missingAssets)\.ts$/,
  },
  { importer: /./, module: /^layout\/(?:dateMask|labelAngle)\.ts$/ },
  { importer: /./, module: /^scene\/(?:capture|flow|gridSides|imageDiagnostics)\.ts$/ },
  { importer: /./, module: /^pipeline\/(?:backgroundImage|htmlDocument|recipe|svgVariables)\.ts$/ },
  { importer: /./, module: /^write\/file\/(?:embed|mxfile)\.ts$/ },
  { importer: /^route\/(?:orthogonal|registry)\.ts$/, module: /^route\/(?:entityRelation|isometric|segment)\.ts$/ },
  { importer: /./, module: /^(?:model\/selection|route\/loop)\.ts$/ },
  { importer: /^shapes\/perimeters\/perimeters\.ts$/, module: /^shapes\/perimeters\/perimeter(?:Hexagon|Shapes)\.ts$/ },
  { importer: /^write\/svg\/(?:svgWriter|textMarkup)\.ts$/, module: /^write\/(?:sceneBounds|svg\/formula)\.ts$/ },
  {
    importer: /^mermaid\//,
    module: /^mermaid\/(?:graph\/(?:elkLayout|nodeIcon|swimlaneDrawing)|text\/syntaxError)\.ts$/,
  },
  { importer: /^browser\.ts$/, module: /^platform\/browser\/browserRenderer\.ts$/ },
  // What other functions of the library do than drawing a page as SVG.
  {
    importer: /^(?:render|pipeline\/pageScene)\.ts$/,
    module: /^(?:check|pipeline\/(?:comparison|describeFile|recipe)|write\/(?:file|html))[/.]/,
  },
  { importer: /^platform\/node\/machineFonts\.ts$/, module: /^platform\/node\// },
];

const SOURCE = path.resolve('src');
const STUB = '\0late:';

/** Of these, one object is exported, whose other properties than literals are read late. */
const OBJECTS = { importer: /^mermaid\/kinds\.ts$/, module: /^mermaid\/\w+\/\w+\.ts$/ };
const OBJECT_STUB = '\0late-object:';

/** What stands around an import in a bundle that is to become a `require`. */
const NOW = '__now__';

const FUNCTION =
  /^export (?:async )?function (\w+)|^export const (\w+)(?:: [^=]+)? = (?:async )?(?:\([^;]*?\)(?:: [^;]*?)? =>|\w+ =>)/gm;

const inSource = (file: string): string => path.relative(SOURCE, file).replaceAll(path.sep, '/');

function stubOf(file: string): string {
  const names = [...readFileSync(file, 'utf8').matchAll(FUNCTION)].map(([, one, other]) => one ?? other);
  if (names.length === 0) throw new Error(`${inSource(file)} exports no function: it can't be read late.`);
  return [
    'let loaded;',
    `const load = () => (loaded ??= ${NOW}(import(${JSON.stringify(file)})));`,
    ...names.map((name) => `export const ${name} = (...given) => load().${name}(...given);`),
  ].join('\n');
}

const isLiteral = (node: SyntaxNode): boolean =>
  node.type === 'Literal' ||
  (node.type === 'ArrayExpression' && (node.elements as readonly SyntaxNode[]).every(isLiteral));

/** An object that a module exports, as `export const name = make({ … });`, with its literals at hand. */
function objectStubOf(file: string): string {
  const source = readFileSync(file, 'utf8');
  const { body } = parseAst(source, { lang: 'ts' }, file) as unknown as { readonly body: readonly SyntaxNode[] };
  const made = body.flatMap((statement) => {
    const { declarations = [] } = (statement.declaration ?? {}) as { readonly declarations?: readonly SyntaxNode[] };
    return statement.type === 'ExportNamedDeclaration' ? declarations : [];
  });
  const [only] = made as unknown as readonly (SyntaxNode & {
    readonly id: { readonly name: string };
    readonly init: SyntaxNode;
  })[];
  const [object] = (only?.init.arguments ?? []) as readonly SyntaxNode[];
  if (!only || made.length > 1 || object?.type !== 'ObjectExpression') {
    throw new Error(`${inSource(file)} doesn't export one object alone: it can't be read late.`);
  }
  const { name } = only.id;
  const properties = (object.properties as readonly (SyntaxNode & Record<'key' | 'value', SyntaxNode>)[]).map(
    ({ key, value, start, end }) =>
      isLiteral(value) ? source.slice(start, end) : `get ${key.name}() { return load().${name}.${key.name}; }`,
  );
  return [
    'let loaded;',
    `const load = () => (loaded ??= ${NOW}(import(${JSON.stringify(file)})));`,
    `export const ${name} = { ${properties.join(', ')} };`,
  ].join('\n');
}

export const lateModules: Plugin = {
  name: 'late-modules',
  async resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.') || importer.startsWith('\0')) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    if (!resolved || resolved.external) return resolved;
    const [from, to] = [inSource(importer), inSource(resolved.id)];
    const isLate = ({ importer, module }: (typeof LATE)[number]): boolean => importer.test(from) && module.test(to);
    if (isLate(OBJECTS)) return { id: OBJECT_STUB + resolved.id, moduleSideEffects: false };
    return LATE.some(isLate) ? { id: STUB + resolved.id, moduleSideEffects: false } : resolved;
  },
  load(id) {
    if (id.startsWith(OBJECT_STUB)) return objectStubOf(id.slice(OBJECT_STUB.length));
    return id.startsWith(STUB) ? stubOf(id.slice(STUB.length)) : null;
  },
};

/** A bundle's file in which the late imports load at once. */
export function withLateImports(code: string): string {
  const text = code.replaceAll(
    /__now__\(Promise\.resolve\(\)\.then\(\(\)=>(require\("[^"]+"\)|\w+)\)(?:\.then\(\w+=>\w+(\.\w+)\))?\)/g,
    '$1$2',
  );
  if (text.includes(NOW)) throw new Error(`An import of another kind: ${text.slice(text.indexOf(NOW)).slice(0, 200)}`);
  return text;
}
