/** What the server does where things go wrong: hostile diagrams, too many requests, its end. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateDiagram } from '../../bench/generate.js';
import { COMMAND, commandPlace, PROJECT } from '../cli/command.js';
import { diagramOf, endlessDiagram, type Server, serverForTest } from './running.js';

const start = serverForTest();
const command = commandPlace();
/** Long enough to be drawn while other requests come. */
const LONG = generateDiagram(2000);

const post = (server: Server, body: string, where = '/render'): Promise<Response> =>
  fetch(server.address + where, { method: 'POST', body });

const replaced = async (server: Server): Promise<number> => {
  const numbers = await (await fetch(`${server.address}/metrics`)).text();
  return Number(/^mxsvg_drawings_replaced (\d+)$/m.exec(numbers)?.[1]);
};

describe('a diagram that a thread comes to no end with', () => {
  test('costs that thread, which is replaced, and no other request', async () => {
    const endless = endlessDiagram();
    const server = await start(['--jobs', '1', '--timeout', '2', '--limit', 'work=none', '--max-body', '100mb']);
    const [slow, ...others] = await Promise.all([
      post(server, endless),
      ...[1, 2, 3].map((i) => post(server, diagramOf(`box ${i}`))),
    ]);
    expect(slow?.status).toBe(504);
    expect(await slow?.json()).toMatchObject({ error: { code: 'timeout' } });
    for (const response of others) expect(response.status).toBe(200);
    expect(await replaced(server)).toBe(1);
    const asKroki = await post(server, endless, '/diagramsnet/svg');
    expect(asKroki.status).toBe(408);
    expect(await asKroki.json()).toMatchObject({ error: { name: 'TimeoutError' } });
    const asExport = await fetch(`${server.address}/export`, {
      method: 'POST',
      body: new URLSearchParams({ format: 'png', xml: endless }),
    });
    expect([asExport.status, await asExport.text()]).toEqual([500, 'Error!']);
    expect((await fetch(`${server.address}/health`)).status).toBe(200);
    expect(await replaced(server)).toBe(3);
  });

  test('or that fills its memory, the same', async () => {
    const server = await start(['--jobs', '1', '--memory', '64', '--timeout', '600', '--max-body', '100mb']);
    // Far more than there is room for: a heap that is only nearly full is collected for a long time before it is given up.
    const lost = await post(server, generateDiagram(80_000));
    expect(lost.status).toBe(500);
    expect(await lost.json()).toMatchObject({ error: { code: 'lost' } });
    expect((await post(server, diagramOf('box'))).status).toBe(200);
    expect(await replaced(server)).toBe(1);
  });
});

test('limits are the library’s, and those that are given', async () => {
  const server = await start(['--limit', 'cells=3', '--max-body', '100kb']);
  const many = await post(server, diagramOf('box', '<mxCell id="3" parent="1"/>'.repeat(5)));
  expect(many.status).toBe(422);
  expect(await many.json()).toMatchObject({ error: { code: 'limit-exceeded' } });
  expect((await post(server, diagramOf('box', ' '.repeat(110_000)))).status).toBe(413);
});

test('requests beyond those that may wait are told to come again', async () => {
  const server = await start(['--jobs', '1', '--queue', '1']);
  const answers = await Promise.all([1, 2, 3, 4].map((i) => post(server, `${LONG}<!--${i}-->`)));
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy).toHaveLength(2);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  for (const response of busy) {
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ error: { code: 'busy' } });
  }
});

test('who asks for the same at the same time shares a drawing', async () => {
  const server = await start(['--jobs', '1', '--queue', '0']);
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(server, LONG)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

describe('at its end', () => {
  test('what has begun is finished, and what comes until the last moment', async () => {
    const server = await start(['--jobs', '1']);
    const slow = [1, 2, 3].map((i) => post(server, `${LONG}<!--${i}-->`));
    const outcomes = new Map<string, number>();
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    let isHealthy = true;
    // Each asks one request after the other, as a balancer sends them: until there is no health any more.
    const clients = Array.from({ length: 4 }, async () => {
      while (isHealthy) count(await outcomeOf(server));
    });
    await fetch(`${server.address}/live`);
    const ended = server.stop();
    while (!server.log.some(({ msg }) => msg === 'ending')) await new Promise((resolve) => setTimeout(resolve, 5));
    const health = await fetch(`${server.address}/health`);
    isHealthy = health.ok;
    for (const response of await Promise.all(slow)) {
      expect(response.status).toBe(200);
      expect((await response.text()).length).toBeGreaterThan(1_000_000);
    }
    expect(await ended).toBe(0);
    await Promise.all(clients);
    expect([...outcomes.keys()]).toEqual(['OK']);
    expect(await outcomeOf(server)).toBe('ECONNREFUSED');
    expect(health.status).toBe(503);
    expect(health.headers.get('connection')).toBe('close');
    expect(server.log.at(-1)?.msg).toBe('ended');
  });
});

test('who never sends the rest of a request does not keep it from its end', async () => {
  const server = await start(['--jobs', '1']);
  const { hostname, port } = new URL(server.address);
  const client = connect(Number(port), hostname);
  client.on('error', () => {});
  client.write('POST /render HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n<mx');
  expect((await fetch(`${server.address}/health`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
  client.destroy();
});

test('what no face takes, or can’t be decoded, is answered in the words of the face', async () => {
  const server = await start(['--jobs', '1']);
  const answer = async (method: string, where: string) => {
    const response = await fetch(server.address + where, { method });
    return [response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')];
  };
  expect(await answer('GET', '/svg/%zz')).toEqual([400, 'text/plain; charset=utf-8', '*']);
  expect(await answer('GET', '/%')).toEqual([400, 'text/plain; charset=utf-8', '*']);
  expect(await answer('PUT', '/render')).toEqual([404, 'text/plain', null]);
});

/** What a request came to: its answer, or the code of its error. */
const outcomeOf = async (server: Server): Promise<string> => {
  try {
    return await (await fetch(`${server.address}/live`)).text();
  } catch (error) {
    return String(((error as Error).cause as NodeJS.ErrnoException | undefined)?.code);
  }
};

describe('the command', () => {
  test('says what is wrong with its options', async () => {
    const run = (...args: string[]) => command.run(['serve', ...args]);
    expect(await run('--port', 'x')).toMatchObject({ code: 2, errors: expect.stringContaining('0 to 65535') });
    expect((await run('--max-body', '10 miles')).code).toBe(2);
    // Which faces there are only the server knows.
    expect(command.runProcess(['serve', '--face', 'nope'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('plain, mermaid-ink'),
    });
  });

  test('says which packages to install, where they aren’t', () => {
    const place = mkdtempSync(path.join(tmpdir(), 'mxsvg-bare-'));
    try {
      // The build but what it draws with, with the packages that everybody has, and no others.
      const ASSETS = path.join(path.dirname(COMMAND), 'assets');
      cpSync(path.dirname(COMMAND), path.join(place, 'dist'), { recursive: true, filter: (file) => file !== ASSETS });
      cpSync(path.join(PROJECT, 'package.json'), path.join(place, 'package.json'));
      mkdirSync(path.join(place, 'node_modules'));
      symlinkSync(path.join(PROJECT, 'node_modules/commander'), path.join(place, 'node_modules/commander'));
      symlinkSync(path.join(PROJECT, 'node_modules/piscina'), path.join(place, 'node_modules/piscina'));
      const run = (...args: string[]) =>
        spawnSync(process.execPath, [path.join(place, 'dist/cli.js'), ...args], { encoding: 'utf8', cwd: place });
      const serve = run('serve');
      expect(serve.status).toBe(2);
      expect(serve.stderr).toContain('npm install fastify pino prom-client');
      writeFileSync(path.join(place, 'a.drawio'), diagramOf('box'));
      expect(run('--help').status).toBe(0);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});
