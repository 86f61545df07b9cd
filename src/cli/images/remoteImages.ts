/** Images from the network: only from addresses that anyone can reach, and only so large, for so long. */
import http from 'node:http';
import https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import type { Report } from '../../diagnostics.js';
import type { Limits } from '../../limits.js';
import { imageUri } from './imageUri.js';

export interface RemoteContext {
  readonly limits: Limits;
  readonly report: Report;
  /** Whether machines of the own network may be asked; default false. */
  readonly allowPrivate?: boolean;
}

/** More images than a page has. */
const MOST_IMAGES = 1000;

/** At the same time. */
const MOST_AT_ONCE = 6;

/** For one image, redirections included, ms. */
const PATIENCE = 20_000;

const MOST_REDIRECTIONS = 5;

/** The data URIs of images by their addresses; those that can't be had are reported. */
export async function fetchImages(
  addresses: readonly string[],
  context: RemoteContext,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const left = addresses.slice(0, MOST_IMAGES).values();
  const refuse = (address: string, why: string): void =>
    context.report({ code: 'missing-image', message: `Image "${address.slice(0, 200)}" is not fetched: ${why}.` });
  const next = async (): Promise<void> => {
    for (const address of left) {
      try {
        found.set(address, await fetchImage(address, context));
      } catch (error) {
        refuse(address, reasonOf(error));
      }
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, next));
  for (const address of addresses.slice(MOST_IMAGES)) refuse(address, `there are more than ${MOST_IMAGES}`);
  return found;
}

/** Throws an Error that says why an image can't be had. */
async function fetchImage(address: string, { limits, allowPrivate = false }: RemoteContext): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE);
  let url = new URL(address.startsWith('//') ? `https:${address}` : address);
  for (let i = 0; i <= MOST_REDIRECTIONS; i++) {
    const response = await request(url, signal, allowPrivate);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new Error(`the server answers ${statusCode}`);
    }
    // As base64 it is a third longer.
    const uri = imageUri(await bytesOf(response, limits.imageBytes * 0.75));
    if (uri === undefined) throw new Error('it is of no kind of image that is known');
    return uri;
  }
  throw new Error('it is redirected again and again');
}

function request(url: URL, signal: AbortSignal, allowPrivate: boolean): Promise<http.IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Error(`${url.protocol} is no protocol of images`);
  const agent = useAgent(url.href, { allowPrivateIPAddress: allowPrivate });
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const headers = { accept: 'image/*', 'user-agent': 'mxsvg' };
    get(url, { agent, signal, headers }, resolve).on('error', reject);
  });
}

async function bytesOf(response: http.IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) {
      response.destroy();
      throw new Error('it is larger than the limit imageBytes allows');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How request-filtering-agent begins what it says of an address that it doesn't let through. */
const REFUSED = /^DNS lookup ([^\s(]+)\(.*is not allowed/;

function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  const [, refused] = REFUSED.exec(message) ?? [];
  if (refused !== undefined) return `${refused} is no address of the public network`;
  return name === 'AbortError' || name === 'TimeoutError' ? 'the server takes too long' : message.replace(/\.$/, '');
}
