/** Streamable HTTP on this machine alone: pages of the web can reach it through a browser, and are turned away. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server as ProtocolServer } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { explain, FileError } from '../cli/files.js';
import { tellDefect } from '../cli/print.js';

const HOST = '127.0.0.1';
const PATH = '/mcp';

/** What this machine is called by who means it. Another name leads here only where somebody's name server says so. */
const LOCAL_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Requests are JSON around a diagram, in which characters may be escaped. */
const ROOM = 1024 * 1024;

/**
 * Listens on a port, 0 for a free one; returns the address. Each request is answered by a server of its own: no tool
 * remembers anything. Throws FileError where the port can't be had.
 */
export async function listenHttp(create: () => ProtocolServer, port: number, mostBytes: number): Promise<string> {
  const server = createServer((request, response) => {
    answer(request, response, create, mostBytes).catch((error: unknown) => {
      tellDefect(error);
      if (!response.headersSent) refuse(response, 500, 'mxsvg failed, which is a defect of its own.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new FileError(`port ${port}: ${portProblem(cause)}`, { cause }));
    });
    server.listen(port, HOST, resolve);
  });
  return `http://${HOST}:${(server.address() as AddressInfo).port}${PATH}`;
}

function portProblem(cause: NodeJS.ErrnoException): string {
  return cause.code === 'EADDRINUSE' ? 'another program listens there.' : explain(cause, 'read');
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  create: () => ProtocolServer,
  mostBytes: number,
): Promise<void> {
  if (!isLocal(request)) return refuse(response, 403, 'Only programs of this machine are answered.');
  if (request.url?.split('?', 1)[0] !== PATH) return refuse(response, 404, `There is only ${PATH}.`);
  if (request.method !== 'POST') return refuse(response, 405, 'Requests are posted: there are no sessions.');
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
    maxRequestBodySize: Math.min(2 * mostBytes + ROOM, Number.MAX_SAFE_INTEGER),
  });
  const server = create();
  response.once('close', () => void server.close());
  await server.connect(transport);
  await transport.handleRequest(request, response);
}

/** Whether a request names this machine, and comes from no web page but its own. */
function isLocal({ headers: { host, origin } }: IncomingMessage): boolean {
  return isLocalName(`http://${host ?? ''}`) && (origin === undefined || isLocalName(origin));
}

const isLocalName = (address: string): boolean => URL.canParse(address) && LOCAL_NAMES.has(new URL(address).hostname);

function refuse(response: ServerResponse, status: number, message: string): void {
  const error = { jsonrpc: '2.0', error: { code: -32000, message }, id: null };
  response.writeHead(status, { 'content-type': 'application/json', ...(status === 405 && { allow: 'POST' }) });
  response.end(JSON.stringify(error));
}
