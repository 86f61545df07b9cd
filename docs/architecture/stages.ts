/** Takes one small diagram through the stages, and writes what each of them gives into docs/architecture.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBudget } from '../../src/budget.js';
import { readContainer } from '../../src/decode/container.js';
import type { XmlElement } from '../../src/decode/xml.js';
import type { SceneNode } from '../../src/drawing/scene.js';
import { drawioXml, render } from '../../src/index.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import type { Cell } from '../../src/model/cell.js';
import { createDrawingTools } from '../../src/pipeline/layOut.js';
import { openPage, pageScene } from '../../src/pipeline/pageScene.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';

const FOLDER = path.resolve(import.meta.dirname, '..');
const PAGE = path.join(FOLDER, 'architecture.md');

/** Two boxes and what leads from the one to the other. */
const DIAGRAM = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="write" value="Write" style="rounded=1;whiteSpace=wrap;html=1;fillColor=#dae8fc;strokeColor=#6c8ebf;" vertex="1" parent="1"><mxGeometry x="40" y="40" width="120" height="60" as="geometry"/></mxCell>
<mxCell id="review" value="&lt;b&gt;Review&lt;/b&gt; it" style="ellipse;whiteSpace=wrap;html=1;fillColor=#d5e8d4;strokeColor=#82b366;" vertex="1" parent="1"><mxGeometry x="260" y="120" width="120" height="60" as="geometry"/></mxCell>
<mxCell id="draft" value="a draft" style="edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;" edge="1" parent="1" source="write" target="review"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`;

/** What each stage gives, by its name: a language for the page, and a text. */
function stages(): Readonly<Record<string, { readonly language: string; readonly text: string }>> {
  const file = drawioXml(`<mxfile><diagram id="review" name="Review">${DIAGRAM}</diagram></mxfile>`, {
    compressed: true,
  });
  const budget = createBudget(DEFAULT_LIMITS);
  const tools = createDrawingTools(nodeAssets, undefined, {});
  const page = openPage(tools, file, {}, budget);
  const scene = pageScene(tools, file, {}, budget);
  const write = page.layout.cells.get('write');
  if (write === undefined) throw new Error('The diagram has lost its first box.');
  return {
    file: { language: 'xml', text: file.trim() },
    decode: { language: 'xml', text: outline(readContainer(file).pages[0]?.model() as XmlElement) },
    model: { language: 'text', text: tree(page.graph.root) },
    style: {
      language: 'text',
      text: [...write.style.entries]
        .map(([key, value]) => `${key} = ${value}`)
        .sort()
        .join('\n'),
    },
    layout: { language: 'text', text: [...page.layout.cells.values()].map(placed).join('\n') },
    scene: { language: 'text', text: nodes(scene.root).join('\n') },
    write: { language: 'xml', text: render(file, { pretty: true, systemFonts: 'none' }).trim() },
  };
}

type Placed = ReturnType<ReturnType<typeof openPage>['layout']['cells']['get']> & object;

/** An element and those inside it, a line each. */
function outline(element: XmlElement, indent = ''): string {
  const attributes = [...element.attributes]
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
  const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  if (children.length === 0) return `${indent}<${element.name}${attributes}/>`;
  const inside = children.map((child) => outline(child, `${indent}  `)).join('\n');
  return `${indent}<${element.name}${attributes}>\n${inside}\n${indent}</${element.name}>`;
}

function tree(cell: Cell, indent = ''): string {
  const ends = cell.kind === 'edge' ? ` from ${cell.source?.id} to ${cell.target?.id}` : '';
  const value = cell.value === '' ? '' : ` ${JSON.stringify(cell.value)}`;
  return [
    `${indent}${cell.kind} ${cell.id}${value}${ends}`,
    ...cell.children.map((child) => tree(child, `${indent}  `)),
  ].join('\n');
}

function placed(cell: Placed): string {
  const lines = cell.label === undefined ? [] : [`  label ${JSON.stringify(wordsOf(cell.label))}`];
  if (cell.kind === 'edge') {
    return [
      `edge ${cell.cell.id}: ${cell.points.map(({ x, y }) => `(${round(x)}, ${round(y)})`).join(' → ')}`,
      ...lines,
    ].join('\n');
  }
  const { x, y, width, height } = cell.box;
  return [`vertex ${cell.cell.id}: x ${x}, y ${y}, ${width} × ${height}`, ...lines].join('\n');
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The words of whatever holds runs of text. */
function wordsOf(value: unknown): string {
  const words: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('text' in part && typeof part.text === 'string') words.push(part.text);
    else for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return words.join('');
}

function nodes(node: SceneNode, indent = ''): string[] {
  switch (node.kind) {
    case 'group':
      return [`${indent}group`, ...node.children.flatMap((child) => nodes(child, `${indent}  `))];
    case 'drawing': {
      const paint = node.fill?.paint;
      const filled = paint?.kind === 'solid' ? `, filled ${paint.color}` : '';
      return [`${indent}${node.outline.kind}${filled}${node.stroke ? `, stroked ${node.stroke.color}` : ''}`];
    }
    case 'text':
      return [`${indent}text ${JSON.stringify(wordsOf(node.block))}`];
    default:
      return [`${indent}${node.kind}`];
  }
}

/** The page with what the stages give now: a block after each mark that names a stage. */
export function withStages(markdown: string): string {
  const given = stages();
  return markdown.replace(/(<!-- stage: (\w+) -->\n)\n(?:```[\s\S]*?^```\n\n?)?/gm, (_, mark: string, name: string) => {
    const stage = given[name];
    if (stage === undefined) throw new Error(`There is no stage ${name}.`);
    return `${mark}\n\`\`\`${stage.language}\n${stage.text}\n\`\`\`\n\n`;
  });
}

/** The picture at the end of the way. */
export const picture = (): string => render(stages().file?.text ?? '', { theme: 'auto', systemFonts: 'none' });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, withStages(readFileSync(PAGE, 'utf8')));
  mkdirSync(path.join(FOLDER, 'architecture'), { recursive: true });
  writeFileSync(path.join(FOLDER, 'architecture/review.svg'), picture());
  writeFileSync(path.join(FOLDER, 'architecture/review.drawio'), `${stages().file?.text}\n`);
}
