/** Makes small archives and web applications for tests, whole ones and such as lie. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { checksum } from '../../src/write/file/checksum.js';

/** File contents by path. */
export type Files = Readonly<Record<string, string>>;

const ODD_BOX =
  '<shape name="Odd Box" w="10" h="10"><foreground><rect x="2" y="2" w="6" h="6"/><stroke/></foreground></shape>';

/** A web application of one stencil library, one whose file has another name, and one icon. */
export const WEB_APPLICATION: Files = {
  'stencils/novelty/shapes.xml': `<shapes name="mxgraph.novelty.shapes">${ODD_BOX}</shapes>`,
  'stencils/elsewhere/elsewhere.xml': `<shapes name="mxgraph.elsewhere">${ODD_BOX}</shapes>`,
  'stencils/LICENSE': 'For drawing only.',
  'img/lib/own/dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>',
  'js/viewer.min.js': 'a=1;EditorUi.VERSION="31.4.1";b=2',
  'index.html': '<p>not needed</p>',
};

/** The same in another folder. */
export const movedTo = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** What an entry of a zip archive says, where that is not the truth. */
export interface ZipLies {
  readonly length?: number;
  readonly checksum?: number;
  readonly mode?: number;
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly offset?: number;
}

/** A zip archive of deflated entries. */
export function zipOf(files: Files, lies: Readonly<Record<string, ZipLies>> = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const said = lies[name] ?? {};
    const bytes = Buffer.from(text);
    const data = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    // What local header and directory have in common, from the version that is needed to the lengths.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (said.encrypted ? 1 : 0), 2);
    common.writeUInt16LE(said.method ?? 8, 4);
    common.writeUInt32LE(said.checksum ?? checksum(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(said.length ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((said.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(said.offset ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, rest, nameBytes]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  const directoryBytes = Buffer.concat(directory);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directoryBytes, Buffer.from('PK\x05\x06'), end]);
}

interface AsarFolder {
  files: Record<string, AsarFolder | Record<string, unknown>>;
}

/** An asar archive; `lies` are put in place of what the header says of a file. */
export function asarOf(files: Files, lies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): Buffer {
  const root: AsarFolder = { files: {} };
  const parts: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/');
    const last = names.pop() as string;
    let folder = root;
    for (const name of names) {
      folder.files[name] ??= { files: {} };
      folder = folder.files[name] as AsarFolder;
    }
    const bytes = Buffer.from(text);
    const hash = createHash('sha256').update(bytes).digest('hex');
    folder.files[last] = lies[path] ?? {
      size: bytes.length,
      offset: String(at),
      integrity: { algorithm: 'SHA256', hash, blockSize: 4194304, blocks: [hash] },
    };
    parts.push(bytes);
    at += bytes.length;
  }
  return Buffer.concat([asarHeader(JSON.stringify(root)), ...parts]);
}

/** The header around any text. */
export function asarHeader(json: string): Buffer {
  const text = Buffer.from(json);
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
  const prefix = Buffer.alloc(16);
  [4, padded.length + 8, padded.length + 4, text.length].forEach((number, i) => {
    prefix.writeUInt32LE(number, 4 * i);
  });
  return Buffer.concat([prefix, padded]);
}
