/** `mxsvg mcp` with the protocol's own client: what a model that draws would do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { layout } from '../../src/index.js';
import { COMMAND, commandPlace, golden } from '../cli/command.js';
import { ORDERS } from '../describe/diagram.js';

const place = commandPlace();
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Answer {
  readonly text: string;
  readonly pictures: readonly Buffer[];
  readonly failed: boolean;
}

type Ask = (tool: string, args: Readonly<Record<string, unknown>>) => Promise<Answer>;

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly data?: string;
}

const newClient = (): Client => new Client({ name: 'test', version: '1' });

const asking =
  (client: Client): Ask =>
  async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    const parts = result.content as readonly Part[];
    return {
      text: parts
        .map(({ text = '' }) => text)
        .join('\n')
        .trim(),
      pictures: parts.flatMap(({ data }) => (data === undefined ? [] : [Buffer.from(data, 'base64')])),
      failed: result.isError === true,
    };
  };

interface Connected {
  readonly client: Client;
  readonly ask: Ask;
}

/** A server that opens no files is one for all tests. */
let withoutFiles: Promise<Connected> | undefined;

afterAll(async () => {
  await (await withoutFiles)?.client.close();
});

/** A client of a server with these flags, in the test's folder; without flags it is in no test's own. */
async function connect(...flags: readonly string[]): Promise<Connected> {
  if (flags.length === 0) {
    withoutFiles ??= start([], tmpdir());
    return withoutFiles;
  }
  const connected = await start(flags, place.at(''));
  open.push(() => connected.client.close());
  return connected;
}

async function start(flags: readonly string[], cwd: string): Promise<Connected> {
  const client = newClient();
  const env = Object.fromEntries(Object.entries(place.env()).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [COMMAND, 'mcp', ...flags], cwd, env }),
  );
  return { client, ask: asking(client) };
}

const sizeOf = (png: Buffer | undefined): readonly number[] => [png?.readUInt32BE(16) ?? 0, png?.readUInt32BE(20) ?? 0];

describe('a model over standard input and output', () => {
  test('is told which tools there are, and what they do to files', async () => {
    const { client } = await connect('--root', '.', '--write');
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => `${name}${annotations?.readOnlyHint ? '' : ' writes'}`)).toEqual([
      'render',
      'check',
      'describe',
      'layout',
      'edit writes',
      'shapes',
      'mermaid_to_drawio writes',
      'drawio_to_mermaid',
    ]);
  });

  test('draws, gets findings, edits and gets none', async () => {
    const { ask } = await connect('--root', '.', '--write');
    const drawn = await ask('edit', {
      path: 'flow.drawio',
      operations: [
        { op: 'add', id: 'a', label: 'Write', x: 0, y: 0 },
        { op: 'add', id: 'b', label: 'Review', x: 60, y: 30 },
        { op: 'connect', id: 'ab', source: 'a', target: 'b', label: 'sends' },
      ],
    });
    expect(drawn.failed).toBe(false);
    expect(drawn.text).toContain('Added or changed: "a", "b", "ab".\nWritten to flow.drawio.');
    expect(drawn.text).toMatch(/overlap.*"a", "b"|overlap.*"b", "a"/);
    expect(drawn.pictures).toHaveLength(1);

    const mended = await ask('edit', { path: 'flow.drawio', operations: [{ op: 'move', id: 'b', x: 320, y: 0 }] });
    expect(mended.text).toBe(
      'Added or changed: "b".\nWritten to flow.drawio.\nNothing is wrong with it, as far as the rules see.',
    );
    expect((await ask('check', { path: 'flow.drawio' })).text).toContain('Nothing is wrong');
    expect((await ask('describe', { path: 'flow.drawio' })).text).toContain('Write -> Review: sends');
    expect(place.files()).toEqual(['flow.drawio']);
  });

  test('sees pictures no larger than models look at, and cells alone', async () => {
    const { ask } = await connect();
    const wide = ORDERS.replace('x="600"', 'x="4000"');
    const whole = await ask('render', { xml: wide });
    expect(Math.max(...sizeOf(whole.pictures[0]))).toBe(1568);
    const part = await ask('render', { xml: wide, cells: ['e1'] });
    expect(sizeOf(part.pictures[0])).toEqual([202, 122]);
    expect(sizeOf((await ask('render', { xml: wide, cells: ['e1'], scale: 1 })).pictures[0])).toEqual([101, 61]);
  });

  test('reads where cells stand', async () => {
    const { ask } = await connect();
    const { text } = await ask('layout', { xml: ORDERS, cells: ['pool', 'ship', 'go'] });
    expect(text.split('\n')).toEqual([
      'Page 1 "Orders"',
      'id\tx\ty\twidth\theight\tin\tshape\tlabel',
      'pool\t0\t0\t400\t200\t\tswimlane\tShop',
      'ship\t200\t60\t80\t40\tpool\tdiamond\tShip?',
      '',
      'edge\tfrom\tto\tpoints\tlabel',
      'go\ttake\tship\t100,80 200,80\tpaid / twice',
    ]);
  });

  test('finds shapes by words, with the styles that draw them', async () => {
    const { ask } = await connect();
    const { text, pictures } = await ask('shapes', { query: 'database', limit: 5 });
    expect(text).toMatch(/^1\. cylinder: shape=cylinder3;/);
    expect(pictures).toHaveLength(1);
    expect((await ask('shapes', { query: 'aws4 lambda' })).text).toContain('shape=mxgraph.aws4.lambda;');
    expect((await ask('shapes', { query: 'qwertzuiop' })).text).toContain('No shape has all of these words');
  });

  test('turns Mermaid into a diagram and back', async () => {
    const { ask } = await connect('--root', '.', '--write');
    const made = await ask('mermaid_to_drawio', {
      text: 'flowchart LR\n a[Write] -->|yes| b([Publish])',
      path: 'm.drawio',
    });
    expect(made.text).toBe('Written to m.drawio.');
    expect((await ask('drawio_to_mermaid', { path: 'm.drawio' })).text).toContain('na -->|"yes"| nb');
    const none = await ask('drawio_to_mermaid', { xml: '<mxGraphModel><root><mxCell id="0"/></root></mxGraphModel>' });
    expect(none).toMatchObject({ failed: true, text: 'The page has nothing: there is no flowchart to write.' });
  });

  test('is told what is wrong in plain words', async () => {
    const { ask } = await connect('--root', '.');
    const failures = [
      await ask('render', {}),
      await ask('render', { xml: 'no diagram' }),
      await ask('render', { path: 'missing.drawio' }),
      await ask('render', { xml: ORDERS, page: 'Nope' }),
      await ask('nonsense', {}),
      await ask('edit', { xml: ORDERS, operations: [{ op: 'move', id: 'nope', x: 1 }] }),
    ];
    expect(failures.map(({ failed, text }) => [failed, text])).toEqual([
      [true, 'give either path or xml.'],
      [true, 'The input isn\'t XML: it begins with "no diagram". A .drawio file is expected.'],
      [true, 'missing.drawio: there is no such file.'],
      [true, 'There is no page "Nope". The file has: 1 "Orders", 2 "Stock".'],
      [true, expect.stringContaining('there is no tool nonsense. There are: render, check,')],
      [true, 'Operation 1 (move): there is no cell "nope" on the page.'],
    ]);
    const wrong = await ask('edit', { xml: ORDERS, operations: [{ op: 'add', label: 'x' }] });
    expect(wrong.failed).toBe(true);
    expect(wrong.text).toContain('these arguments do not fit edit');
    const strange = await ask('check', { file: 'a.drawio' });
    expect(strange.text).toMatch(/^check has no argument "file"\. It has: path, xml, /);
  });
});

describe('files', () => {
  test('outside of the root are never opened, by dots, links or absolute paths', async () => {
    mkdirSync(place.at('in'));
    writeFileSync(place.at('secret.drawio'), ORDERS);
    symlinkSync(place.at('secret.drawio'), place.at('in/link.drawio'));
    symlinkSync(place.at(''), place.at('in/up'));
    const { ask } = await connect('--root', 'in', '--write');
    for (const path of [
      '../secret.drawio',
      place.at('secret.drawio'),
      'link.drawio',
      'up/secret.drawio',
      'up/new.drawio',
    ]) {
      for (const [tool, args] of [
        ['render', {}],
        ['edit', { operations: [{ op: 'add', x: 0, y: 0 }] }],
      ] as const) {
        const { failed, text } = await ask(tool, { path, ...args });
        expect([failed, text]).toEqual([true, `${path}: lies outside of the root, and nothing there is opened.`]);
      }
    }
    expect(place.read('secret.drawio')).toBe(ORDERS);
    expect(place.files()).not.toContain('new.drawio');
  });

  test('are not opened at all without a root', async () => {
    writeFileSync(place.at('a.drawio'), ORDERS);
    const { ask } = await connect();
    expect((await ask('render', { path: 'a.drawio' })).text).toContain('started without --root');
  });

  test('are not written without --write: the XML comes back', async () => {
    writeFileSync(place.at('a.drawio'), ORDERS);
    const { ask } = await connect('--root', '.');
    const { text } = await ask('edit', { path: 'a.drawio', operations: [{ op: 'remove', id: 'pool' }] });
    expect(text).toContain('Removed: ');
    expect(text).toContain('Not written; the XML follows.');
    const xml = text.slice(text.indexOf('<mxfile'));
    expect(layout(xml).cells.map(({ id }) => id)).toEqual(['db', 'e1', 'e2', 'free', 'line']);
    expect(place.read('a.drawio')).toBe(ORDERS);
    expect((await ask('mermaid_to_drawio', { text: 'flowchart LR\n a', path: 'b.drawio' })).text).toContain('--write');
  });

  test('that are changed at the same time keep every change, but for one that failed', async () => {
    const { ask } = await connect('--root', '.', '--write');
    const ids = Array.from({ length: 8 }, (_, i) => `box-${i}`);
    const add = (id: string) => ({ path: 'shared.drawio', operations: [{ op: 'add', id, x: 0, y: 0 }] });
    const wrong = { path: './shared.drawio', operations: [{ op: 'remove', id: 'nothing' }] };
    const answers = await Promise.all([ask('edit', wrong), ...ids.map((id) => ask('edit', add(id)))]);
    expect(answers.map(({ failed }) => failed)).toEqual([true, ...ids.map(() => false)]);
    const written = readFileSync(place.at('shared.drawio'), 'utf8');
    expect([...written.matchAll(/id="(box-\d)"/g)].map((match) => match[1]).sort()).toEqual(ids);
  });

  test('are written as diagrams alone', async () => {
    const { ask } = await connect('--root', '.', '--write');
    const { failed, text } = await ask('edit', { path: 'a.sh', operations: [{ op: 'add', x: 0, y: 0 }] });
    expect([failed, text]).toEqual([true, 'a.sh: only .drawio, .dio and .xml files are written.']);
    expect(place.files()).toEqual([]);
  });

  test('need a root that is there', () => {
    expect(place.runProcess(['mcp', '--root', 'nope'])).toMatchObject({
      code: 2,
      errors: 'mxsvg: --root nope: there is no such folder.\n',
    });
    expect(place.runProcess(['mcp', '--write'])).toMatchObject({ code: 2 });
  });
});

describe('the command', () => {
  test('answers what was asked before its input ended, and ends', () => {
    const asked = [
      {
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
      },
      { id: 2, method: 'tools/call', params: { name: 'describe', arguments: { xml: ORDERS, page: 2 } } },
    ];
    const lines = asked.map((each) => `${JSON.stringify({ jsonrpc: '2.0', ...each })}\n`).join('');
    const { code, output, errors } = place.runProcess(['mcp'], new TextEncoder().encode(lines));
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('Shelf');
  });
});

describe('over HTTP', () => {
  async function serve(): Promise<URL> {
    const child = spawn(process.execPath, [COMMAND, 'mcp', '--root', '.', '--port', '0'], {
      cwd: place.at(''),
      env: place.env(),
    });
    open.push(async () => {
      child.kill();
      await once(child, 'exit');
    });
    for await (const chunk of child.stderr) {
      const address = /serving (\S+)/.exec(String(chunk))?.[1];
      if (address !== undefined) return new URL(address);
    }
    throw new Error('the server ended');
  }

  test('the same tools answer', async () => {
    writeFileSync(place.at('a.drawio'), readFileSync(golden('seed/deepseek-r1-phases.drawio')));
    const client = newClient();
    await client.connect(new StreamableHTTPClientTransport(await serve()));
    open.unshift(() => client.close());
    const ask = asking(client);
    expect((await ask('describe', { path: 'a.drawio' })).text).toContain('DeepSeek-v3');
    expect((await ask('render', { path: 'a.drawio' })).pictures).toHaveLength(1);
    expect((await ask('render', { path: '../a.drawio' })).failed).toBe(true);
  });

  test('pages of the web are turned away, whatever they call this machine', async () => {
    const address = await serve();
    expect(address.hostname).toBe('127.0.0.1');
    const status = async (headers: Readonly<Record<string, string>>, method = 'POST'): Promise<number> => {
      const { request } = await import('node:http');
      return new Promise((resolve, reject) => {
        const sent = request(address, { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.once('error', reject);
        sent.end(method === 'POST' ? '{}' : undefined);
      });
    };
    const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    expect(await status({ ...json, host: 'evil.example' })).toBe(403);
    expect(await status({ ...json, host: `127.0.0.1.evil.example:${address.port}` })).toBe(403);
    expect(await status({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...json, origin: 'null' })).toBe(403);
    expect(await status({ ...json, host: `localhost:${address.port}` })).toBe(400);
    expect(await status(json, 'GET')).toBe(405);
  });
});
