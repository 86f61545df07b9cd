/** The Python notebook's cells, run by Python; IPython's display is a stand-in that writes down what it is given. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render } from '../../src/index.js';
import { isPng, PROJECT } from '../cli/command.js';
import { codeCells, notebookFolder, type Shown } from './cells.js';

const STAND_IN = `import base64, json
class Shown:
    def __init__(self, data):
        self.data = data
class SVG(Shown): pass
class HTML(Shown): pass
class Image(Shown): pass
def display(it):
    data = base64.b64encode(it.data).decode() if isinstance(it.data, bytes) else it.data
    print(json.dumps({"type": type(it).__name__, "data": data}))
`;

let folder = '';
beforeAll(() => {
  folder = notebookFolder();
  mkdirSync(path.join(folder, 'IPython'));
  writeFileSync(path.join(folder, 'IPython/__init__.py'), '');
  writeFileSync(path.join(folder, 'IPython/display.py'), STAND_IN);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(cells: readonly string[]): { shown: readonly Shown[]; errors: string } {
  writeFileSync(path.join(folder, 'cells.py'), cells.join('\n\n'));
  const { stdout, stderr } = spawnSync('python3', ['cells.py'], { cwd: folder, encoding: 'utf8' });
  const lines = stdout.trim().split('\n').filter(Boolean);
  return { shown: lines.map((line) => JSON.parse(line) as Shown), errors: stderr };
}

const [define = '', ...cells] = codeCells('python.ipynb');

test('cells show a diagram as SVG and PNG, and Mermaid text', () => {
  const { shown, errors } = run([define, ...cells]);
  expect(errors).toBe('');
  const [svg, png, mermaid] = shown;
  expect(svg).toEqual({ type: 'SVG', data: render(readFileSync(path.join(PROJECT, 'golden/decode/pages.drawio'))) });
  expect(isPng(Buffer.from(png?.data ?? '', 'base64'))).toBe(true);
  expect(mermaid?.data).toContain('>Reviewed?<');
});

test('text of a file is drawn, a page by its name, and as HTML', () => {
  const { shown, errors } = run([define, 'display_drawio(open("diagram.drawio").read(), format="html", page="Third")']);
  expect(errors).toBe('');
  expect(shown[0]).toMatchObject({ type: 'HTML', data: expect.stringContaining('The third page') });
});

test('what can not be drawn is an error that says why', () => {
  expect(run([define, 'display_drawio("diagram.drawio", page=9)']).errors).toMatch(/RuntimeError: .*"Third"/);
  expect(run([define, 'display_drawio("diagram.drawio", format="gif")']).errors).toMatch(/ValueError: .*'gif'/);
  expect(run([define, 'display_drawio("--help")']).errors).toMatch(/RuntimeError: .*--help/s);
});
