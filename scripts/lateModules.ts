/**
 * Modules that are read when one of their functions is first called, and not when the program starts. The sources import
 * them as any other: what runs under Node gets, in place of such a module, functions of the same names that load it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';

/** Whose imports of which modules are late; of these, only functions may be imported. */
const LATE: readonly { readonly importer: RegExp; readonly module: RegExp }[] = [
  { importer: /^shapes\/families\.ts$/, module: /^shapes\/(?:libraries|notations)\// },
  // What only some files, cells and labels have.
  { importer: /./, module: /^decode\/(?:deflate|entityNames|htmlParser|library|xmlParser)\.ts$/ },
  { importer: /./, module: /^style\/cssColor\.ts$/ },
  { importer: /./, module: /^drawing\/sketch\.ts$/ },
  { importer: /./, module: /^html\/(?:inlineSvg|labelHtml)\.ts$/ },
  {
    importer: /./,
    module: /^boxes\/(?:flex|gradients|imageFragment|verticalText|inline\/shapedLines|table\/tableLayout)\.ts$/,
  },
  { importer: /./, module: /^labels\/(?:flowAlignment|formulaSetter|textOnCurve)\.ts$/ },
  { importer: /./, module: /^shaping\/(?:bidiAlgorithm|harfbuzz|unicodeBreaks)\.ts$/ },
  { importer: /^shaping\/fontFace\.ts$/, module: /^fonts\/(?:fontSubset|sfntWriter)\.ts$/ },
  { importer: /^shapes\/stencils\/stencilLookup\.ts$/, module: /^shapes\/stencils\/stencil(?:Program)?\.ts$/ },
  { importer: /./, module: /^write\/(?:images\/svgImage|svg\/(?:imageMarkup|decorations|patternTiles))\.ts$/ },
  { importer: /./, module: /^(?:geometry\/ringDashes|describe\/alternative)\.ts$/ },
  { importer: /^route\/registry\.ts$/, module: /^route\/(?:entityRelation|isometric|segment)\.ts$/ },
  { importer: /^browser\.ts$/, module: /^platform\/browser\/browserRenderer\.ts$/ },
  // What other functions of the library do than drawing a page as SVG.
  {
    importer: /^(?:render|pipeline\/pageScene)\.ts$/,
    module: /^(?:check|pipeline\/(?:comparison|description|recipe)|write\/(?:file|html))[/.]/,
  },
  { importer: /^platform\/node\/machineFonts\.ts$/, module: /^platform\/node\// },
];

const SOURCE = path.resolve('src');
const STUB = '\0late:';

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

export const lateModules: Plugin = {
  name: 'late-modules',
  async resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.') || importer.startsWith(STUB)) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    if (!resolved || resolved.external) return resolved;
    const [from, to] = [inSource(importer), inSource(resolved.id)];
    const late = LATE.some(({ importer, module }) => importer.test(from) && module.test(to));
    return late ? { id: STUB + resolved.id, moduleSideEffects: false } : resolved;
  },
  load(id) {
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
