/** Runs the built server on a free port of this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach } from 'vitest';
import { COMMAND } from '../cli/command.js';

export interface Server {
  /** "http://127.0.0.1:PORT". */
  readonly address: string;
  /** The lines of its log so far, read. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly process: ChildProcess;
  /** Ends it by SIGTERM; its exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Servers that a test forgets are ended after its file. */
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = spawn(process.execPath, [COMMAND, 'serve', ...args], {
    env: {
      ...process.env,
      MXSVG_ASSETS: path.join(tmpdir(), 'mxsvg-no-assets'),
      // As --port 0: any that is free.
      KROKI_DIAGRAMNET_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const log: Record<string, unknown>[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const entry = JSON.parse(line) as Record<string, unknown>;
      log.push(entry);
      const found = /^listening at (http:\S+)$/.exec(String(entry.msg))?.[1];
      if (found) resolve(found);
    });
  });
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  return { address, log, process: child, stop };
}

/** A server for all tests of a file. */
export function serverForFile(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): () => Promise<Server> {
  let server: Promise<Server> | undefined;
  afterAll(async () => {
    await (await server)?.stop();
  });
  return () => {
    server ??= startServer(args, env);
    return server;
  };
}

/** A server for each test that asks for one, ended after it. */
export function serverForTest(): (args?: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Server> {
  let servers: Server[] = [];
  afterEach(async () => {
    for (const { process: child } of servers) child.kill('SIGKILL');
    servers = [];
  });
  return async (args, env) => {
    const server = await startServer(args, env);
    servers.push(server);
    return server;
  };
}

export const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

/** A box with a label, and what else stands in the cells. */
export const diagramOf = (label: string, more = ''): string =>
  `<mxfile><diagram id="first" name="One"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="${label}" vertex="1" parent="1"><mxGeometry x="20" y="20" width="120" height="60" as="geometry"/></mxCell>${more}</root></mxGraphModel></diagram><diagram id="second" name="Two"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="${label} again" vertex="1" parent="1"><mxGeometry width="240" height="60" as="geometry"/></mxCell></root></mxGraphModel></diagram></mxfile>`;

const lines = (count: number, length: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<mxCell id="l${i}" value="${'lorem ipsum '.repeat(length / 12)}" style="html=1;whiteSpace=wrap;" vertex="1" parent="1"><mxGeometry y="${i * 50}" width="120" height="40" as="geometry"/></mxCell>`,
  ).join('');

/** A diagram of so much text that drawing it takes many times as long as small ones may, where `work` isn't limited. */
export const endlessDiagram = (): string => diagramOf('endless', lines(100, 60_000));
