/** `mxsvg queue` over a Redis of its own: many workers, and what becomes of jobs whose workers die. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateDiagram } from '../../bench/generate.js';
import { render } from '../../src/index.js';
import { runQueueCommand } from '../../src/queue/runQueue.js';
import { COMMAND, runHere } from '../cli/command.js';
import { diagramOf, endlessDiagram } from '../server/running.js';

let redis: ChildProcess;
let address = '';
let folder = '';
const children = new Set<ChildProcess>();

beforeAll(async () => {
  const port = await freePort();
  address = `redis://127.0.0.1:${port}`;
  redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  for await (const chunk of redis.stdout as AsyncIterable<Buffer>) {
    if (chunk.includes('Ready to accept connections')) break;
  }
});

afterAll(() => {
  redis.kill('SIGKILL');
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-queue-'));
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

interface Running {
  readonly process: ChildProcess;
  /** What it printed on standard error, and on standard output. */
  readonly printed: { errors: string; output: string };
  readonly ended: Promise<number | null>;
}

/** A part of the command, on the queue of a name. */
function queue(name: string, ...args: readonly string[]): Running {
  const [part = '', ...others] = args;
  const child = spawn(process.execPath, [COMMAND, 'queue', part, '--redis', address, '--name', name, ...others], {
    cwd: folder,
    env: { ...process.env, MXSVG_ASSETS: path.join(folder, 'user-assets') },
  });
  children.add(child);
  const printed = { errors: '', output: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    printed.errors += chunk;
  });
  child.stdout.on('data', (chunk: Buffer) => {
    printed.output += chunk;
  });
  const ended = once(child, 'close').then(([code]) => {
    children.delete(child);
    return code as number | null;
  });
  return { process: child, printed, ended };
}

const inProcess = process.env.MXSVG_COMMAND === undefined;

/** What comes to an end by itself, and its code. But for workers it is done in this process: a process takes as long to start. */
async function run(name: string, ...args: readonly string[]) {
  const [part = '', ...others] = args;
  if (inProcess && part !== 'work') {
    const words = ['queue', part, '--redis', address, '--name', name, ...others];
    const { code, errors, output } = await runHere(words, folder, path.join(folder, 'user-assets'), (command) =>
      runQueueCommand(command, NO_THREAD),
    );
    return { code, errors, output };
  }
  const { ended, printed } = queue(name, ...args);
  return { code: await ended, ...printed };
}

/** A thread takes as long to start as most tests' drawings take. */
const ONE_THREAD = ['-j', '1'];

/** Only workers have threads. */
const NO_THREAD = new URL('none:');

const status = async (name: string) => JSON.parse((await run(name, 'status', '--json')).output);

const write = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
};

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** The files that workers said they drew. */
const drawnBy = (...workers: readonly Running[]): string[] =>
  workers.flatMap(({ printed }) =>
    [...printed.errors.matchAll(/^mxsvg: (\S+): drawn$/gm)].map((match) => match[1] ?? ''),
  );

describe('a folder of diagrams', () => {
  test('is drawn by three workers, one of which is killed: nothing is lost, and nothing drawn twice', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `in/${String(i).padStart(2, '0')}`);
    for (const [i, name] of names.entries()) write(`${name}.drawio`, `${generateDiagram(400)}<!--${i}-->`);
    expect((await run('many', 'add', '-r', 'in', '-o', 'out')).errors).toBe('mxsvg: 12 added, 0 there already.\n');
    const workers = [1, 2, 3].map(() => queue('many', 'work', '--jobs', '1', '--lock', '2'));
    const [victim] = workers as [Running, ...Running[]];
    await until(() => drawnBy(victim).length > 0);
    victim.process.kill('SIGKILL');
    await victim.ended;
    await until(async () => (await status('many')).drawn === names.length);
    expect(await status('many')).toEqual({ waiting: 0, active: 0, drawn: 12, failed: 0, failures: [] });
    const drawn = drawnBy(...workers);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(readdirSync(path.join(folder, 'out')).filter((file) => file.endsWith('.svg'))).toHaveLength(12);
    for (const name of names) expect(read(name.replace('in', 'out').concat('.svg'))).toMatch(/^<svg .*<\/svg>\s*$/s);
    for (const worker of workers.slice(1)) {
      worker.process.kill('SIGTERM');
      expect(await worker.ended).toBe(0);
    }
  });

  test('is not drawn again, until its pictures are gone or other ones are wanted', async () => {
    write('a.drawio', diagramOf('cat'));
    const add = async (...args: string[]) => (await run('again', 'add', 'a.drawio', '-o', 'a.svg', ...args)).errors;
    const IS_NEW = 'mxsvg: 1 added, 0 there already.\n';
    const IS_THERE = 'mxsvg: 0 added, 1 there already.\n';
    expect(await add()).toBe(IS_NEW);
    expect(await add()).toBe(IS_THERE);
    expect((await run('again', 'work', '--drain')).code).toBe(0);
    expect(read('a.svg')).toBe(render(diagramOf('cat'), { systemFonts: 'named' }));
    expect(await add()).toBe(IS_THERE);
    expect(await add('-b', '5')).toBe(IS_NEW);
    rmSync(path.join(folder, 'a.svg'));
    expect(await add()).toBe(IS_NEW);
  });
});

// Most of its time is the queue's own: what takes too long is tried three times more, 1, 2 and 4 s later.
test('a file that can’t be drawn ends in the failed set with its code, and stops nobody else', async () => {
  write('in/bad.drawio', '<mxfile>');
  write('in/good.drawio', diagramOf('cat'));
  write('in/long.drawio', endlessDiagram());
  await run('bad', 'add', 'in', '-o', 'out', '--limit', 'work=none');
  const work = await run('bad', 'work', '--drain', '--timeout', '1', ...ONE_THREAD);
  expect(work.code).toBe(0);
  const { drawn, failed, failures } = await status('bad');
  expect({ drawn, failed }).toEqual({ drawn: 1, failed: 2 });
  expect(failures.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`).sort()).toEqual([
    'in/bad.drawio malformed-xml',
    'in/long.drawio timeout',
  ]);
  const { ended, printed } = queue('bad', 'status');
  expect(await ended).toBe(0);
  expect(printed.output).toMatch(/^1 of 3 drawn, 0 being drawn, 0 waiting, 2 failed\n/);
  expect(printed.output).toContain('failed: in/bad.drawio: malformed-xml: ');
});

test('pictures by value come from workers that share no folder', async () => {
  write('here/in/a.drawio', diagramOf('cat'));
  write('here/in/bad.drawio', '<mxfile>');
  write('there/nothing', '');
  const worker = queue('value', 'work', '--root', 'there', ...ONE_THREAD);
  const args = ['--by-value', '--root', 'here', '-o', 'here/out', '-f', 'png', 'here/in'];
  const add = await run('value', 'add', ...args);
  expect(add.code).toBe(1);
  expect(add.errors).toMatch(/in\/bad\.drawio: malformed-xml: /);
  expect(readdirSync(path.join(folder, 'here/out'))).toEqual(['a.png']);
  expect(readFileSync(path.join(folder, 'here/out/a.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readdirSync(path.join(folder, 'there'))).toEqual(['nothing']);
  worker.process.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
});

describe('what is in the queue', () => {
  const { hostname, port } = { hostname: '127.0.0.1', port: () => Number(new URL(address).port) };

  /** Puts a job in, made of one that the command made, and works until nothing is left. */
  async function worked(name: string, change: (text: string) => string, progress?: object) {
    write('a.drawio', diagramOf('cat'));
    await run(name, 'add', 'a.drawio', '-o', 'a.svg');
    const jobs = new Queue(name, { connection: { host: hostname, port: port() } });
    try {
      const [job] = await jobs.getWaiting();
      await job?.updateData(JSON.parse(change(JSON.stringify(job.data))));
      if (progress) await job?.updateProgress(progress);
    } finally {
      await jobs.close();
    }
    await run(name, 'work', '--drain', ...ONE_THREAD);
    return status(name);
  }

  test('is drawn once, though its worker died before it could tell', async () => {
    write('a.svg', 'drawn before');
    const { drawn } = await worked('told', (text) => text, { written: ['a.svg'], diagnostics: 0 });
    expect(drawn).toBe(1);
    expect(read('a.svg')).toBe('drawn before');
  });

  test('reads and writes nothing outside of the root, whoever put it there', async () => {
    const { failures } = await worked('out', (text) => text.replace('"a.drawio"', '"../../etc/passwd"'));
    expect(failures).toEqual([expect.objectContaining({ code: 'usage' })]);
  });
});

test('a job that nobody could have added fails, and hides no other', async () => {
  write('a.drawio', diagramOf('cat'));
  await run('strange', 'add', 'a.drawio', '-o', 'a.svg');
  const { hostname, port } = new URL(address);
  const jobs = new Queue('strange', { connection: { host: hostname, port: Number(port) } });
  try {
    const [job] = await jobs.getWaiting();
    const { task } = job?.data ?? {};
    const over = { task: { ...task, name: { ...task.name, template: 'a.drawio' } } };
    const formless = { task: { ...task, name: { ...task.name, format: '__proto__' } } };
    for (const data of [{}, null, 'x', { task: null }, { task: { input: { file: 5 } } }, formless, over]) {
      await jobs.add('draw', data);
    }
  } finally {
    await jobs.close();
  }
  expect((await run('strange', 'work', '--drain', ...ONE_THREAD)).code).toBe(0);
  const { drawn, failures } = await status('strange');
  expect(drawn).toBe(1);
  expect(failures.map(({ code }: { code: string }) => code)).toEqual(Array(7).fill('usage'));
  expect(read('a.drawio')).toBe(diagramOf('cat'));
});

test('no link leads a worker out of its root', async () => {
  write('root/a.drawio', diagramOf('cat'));
  write('out/b.drawio', diagramOf('dog'));
  symlinkSync('../out', path.join(folder, 'root/dir'));
  symlinkSync('a.drawio', path.join(folder, 'root/inside.drawio'));
  const add = (...args: string[]) => run('links', 'add', '--root', 'root', ...args);
  await add('root/dir/b.drawio', '-o', 'root/b.svg');
  await add('root/a.drawio', '-o', 'root/dir/new/a.svg');
  await add('root/inside.drawio', '-o', 'root/inside.svg');
  await run('links', 'work', '--root', 'root', '--drain', ...ONE_THREAD);
  const { drawn, failures } = await status('links');
  expect(drawn).toBe(1);
  expect(failures.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`).sort()).toEqual([
    'a.drawio usage',
    'dir/b.drawio usage',
  ]);
  expect(readdirSync(path.join(folder, 'out'))).toEqual(['b.drawio']);
});

test('an address of something else is refused, and its password isn’t told', async () => {
  const asked = await run('elsewhere', 'status', '--redis', 'http://a:secret@redis.invalid');
  expect(asked.code).toBe(2);
  expect(asked.errors).toContain('redis://');
  expect(asked.errors).not.toContain('secret');
});

test('a worker whose Redis is gone ends when it is told to', async () => {
  const port = await freePort();
  const mortal = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '']);
  for await (const chunk of mortal.stdout as AsyncIterable<Buffer>) {
    if (chunk.includes('Ready to accept connections')) break;
  }
  const worker = queue('gone', 'work', '--redis', `redis://127.0.0.1:${port}`, ...ONE_THREAD);
  await until(() => worker.printed.errors.includes('working on gone'));
  mortal.kill('SIGKILL');
  await until(() => worker.printed.errors.includes('ECONNREFUSED'));
  worker.process.kill('SIGTERM');
  expect(await worker.ended).toBe(1);
  expect(worker.printed.errors.match(/ECONNREFUSED/g)).toHaveLength(1);
});

describe('the command', () => {
  test('says what is no name of a queue, and which database Redis has not', async () => {
    expect(await run('a:b', 'status')).toMatchObject({ code: 2, errors: expect.stringContaining('"a:b"') });
    expect(await run('', 'status')).toMatchObject({ code: 2 });
    const { code, errors } = await run('x', 'status', '--redis', `${address}/999`);
    expect(code).toBe(1);
    expect(errors).toContain('out of range');
  });

  test('says what can’t be put into a queue', async () => {
    write('in/a.drawio', diagramOf('cat'));
    const outside = await run('x', 'add', 'in', '-o', 'out', '--root', 'in');
    expect(outside).toMatchObject({ code: 2, errors: expect.stringContaining('--root') });
    expect((await run('x', 'add', 'in/a.drawio', '-o', '-')).code).toBe(2);
  });

  test('says where no Redis answers', async () => {
    const { code, errors } = await run('x', 'status', '--redis', 'redis://user:secret@127.0.0.1:1');
    expect(code).toBe(1);
    expect(errors).toContain("redis://127.0.0.1:1 can't be reached");
  });
});
