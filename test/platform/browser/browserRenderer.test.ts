/** Drawing with assets by URL: what is fetched and when, and that nothing of the tries before the last one shows. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BrowserRendererOptions, createBrowserRenderer, type Diagnostic, render } from '../../../src/index.js';
import { goldenSource } from '../../golden/files.js';

const COMMAND = process.env.MXSVG_COMMAND ?? path.resolve(import.meta.dirname, '../../../dist/cli.js');
const PACK = path.join(path.dirname(COMMAND), 'assets');
const ADDRESS = 'https://files.test/pack';

/** A renderer whose network is the built pack, and the paths that were asked for. */
function connected(options: BrowserRendererOptions = {}) {
  const requests: string[] = [];
  const fetchBytes = async (address: string): Promise<Uint8Array> => {
    const [, file = ''] = address.split(`${ADDRESS}/`);
    requests.push(file);
    return readFile(path.join(PACK, file));
  };
  return { renderer: createBrowserRenderer({ assets: ADDRESS, fetchBytes, ...options }), requests };
}

const cell = (style: string, label = '', attributes = ''): string =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="a" value="${label}" style="${style}" vertex="1" parent="1">
    <mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>`;

const LAMBDA = cell('html=1;shape=mxgraph.aws4.lambda_function;', '&lt;b&gt;x&lt;/b&gt;');

describe('drawing', () => {
  test('gives what Node gives', async () => {
    const { renderer } = connected();
    expect(await renderer.render(LAMBDA)).toBe(render(LAMBDA));
    expect(await renderer.html(LAMBDA)).toContain('<svg');
    expect((await renderer.layout(LAMBDA)).cells).toEqual([{ id: 'a', x: 0, y: 0, width: 80, height: 60 }]);
  });

  test('fetches nothing before it is asked to draw, and nothing to read a file', () => {
    const { renderer, requests } = connected();
    const diagram = renderer.parse(goldenSource('decode/pages'));
    expect(renderer.layers(diagram)).toHaveLength(1);
    expect(renderer.xml(diagram)).toContain('<mxfile');
    expect(requests).toEqual([]);
  });

  test('several at once fetch each file once', async () => {
    const { renderer, requests } = connected();
    const icon = cell('html=1;shape=image;image=img/lib/ibm/users/user.svg;', '&lt;b&gt;x&lt;/b&gt;');
    const sources = [LAMBDA, icon, LAMBDA, cell('', 'x')];
    const pictures = await Promise.all(sources.map((source) => renderer.render(source)));
    expect(pictures).toEqual(sources.map((source) => render(source)));
    expect(new Set(requests).size).toBe(requests.length);
  });

  test('a picture of changes is finished when it is given', async () => {
    const { renderer, requests } = connected();
    const { pages, svg } = await renderer.compare(LAMBDA, LAMBDA.replace('width="80"', 'width="90"'));
    const fetched = [...requests];
    expect(pages).toHaveLength(1);
    expect(svg()).toContain('<svg');
    expect(fetched).toContain('stencils/aws4.mxa');
    expect(requests).toEqual(fetched);
  });
});

describe('diagnostics', () => {
  const source = cell('html=1;shape=mxgraph.nowhere.thing;', '&lt;b&gt;x&lt;/b&gt;&lt;video&gt;&lt;/video&gt;');

  test('come once, as from one drawing', async () => {
    const expected: Diagnostic[] = [];
    render(source, { diagnostics: expected });
    const given: Diagnostic[] = [];
    const { renderer } = connected();
    await renderer.render(source, { diagnostics: given });
    expect(given).toEqual(expected);
    expect(given).not.toEqual([]);
    const reported: unknown[][] = [];
    await renderer.render(source, { diagnostics: (...all: unknown[]) => reported.push(all) });
    expect(reported).toEqual(expected.map((each) => [each]));
  });
});

describe('errors', () => {
  test('are those of drawing', async () => {
    const { renderer } = connected();
    await expect(renderer.render('nothing')).rejects.toMatchObject({ code: 'not-a-diagram' });
    await expect(renderer.render(LAMBDA, { page: 3 })).rejects.toMatchObject({ code: 'page-not-found' });
  });

  test('are those of fetching, and a later drawing tries again', async () => {
    let broken = true;
    const { renderer } = connected({
      fetchBytes: async (address) => {
        const { pathname } = new URL(address);
        if (broken && pathname.includes('700Bold')) throw new Error('offline');
        return readFile(path.join(PACK, pathname.replace('/pack/', '')));
      },
    });
    await expect(renderer.render(LAMBDA)).rejects.toThrow('offline');
    broken = false;
    expect(await renderer.render(LAMBDA)).toBe(render(LAMBDA));
  });
});

describe('formulas', () => {
  const formula = cell('html=1;', '$$x$$', 'math="1"');

  test('load their typesetter once, and only where there are some', async () => {
    let loads = 0;
    const set: string[] = [];
    const math: BrowserRendererOptions['math'] = async () => {
      loads++;
      return {
        typeset: ({ source }) => {
          set.push(source);
          return '<svg xmlns="http://www.w3.org/2000/svg" width="1ex" height="1ex" viewBox="0 0 9 9"><path d="M0 0H9"/></svg>';
        },
      };
    };
    const { renderer } = connected({ math });
    await renderer.render(cell('html=1;', '$$x$$'));
    expect(loads).toBe(0);
    await Promise.all([renderer.render(formula), renderer.render(formula)]);
    await renderer.render(formula);
    expect(loads).toBe(1);
    expect(new Set(set)).toEqual(new Set(['x']));
  });

  test('are reported without one', async () => {
    const diagnostics: Diagnostic[] = [];
    await connected().renderer.render(formula, { diagnostics });
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-math']);
  });
});
