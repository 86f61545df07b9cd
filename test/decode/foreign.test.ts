/** Files of other kinds are named for what they are. */
import { expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { thrown } from './samples.js';

const zip = (entry: string): Uint8Array =>
  new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(26), ...new TextEncoder().encode(entry)]);

test.each<[string, string | Uint8Array, RegExp]>([
  ['Visio’s packed XML', zip('visio/document.xml'), /Visio file \(\.vsdx\).*draw\.io/],
  ['Visio’s plain XML', '<VisioDocument xmlns="x"/>', /Visio file \(\.vdx\)/],
  ['an old Visio file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.vsd/],
  ['a Word document', zip('word/document.xml'), /Word document/],
  ['an OpenDocument file', zip('mimetypeapplication/vnd.oasis.opendocument.graphics'), /OpenDocument/],
  ['another ZIP archive', zip('a.txt'), /ZIP archive/],
  ['Gliffy', '{"contentType":"application/gliffy+json","version":"1.3","stage":{}}', /Gliffy/],
  ['Lucidchart', '{"state":"{\\"Properties\\":{}}"}', /Lucidchart/],
  ['Lucidchart’s packed file', zip('document.json'), /Lucidchart/],
  ['Excalidraw', '{\n  "type": "excalidraw",\n "elements": []}', /Excalidraw/],
  ['Excalidraw, its kind further on', '{"version":2,"source":"x","type":"excalidraw"}', /Excalidraw/],
  ['Gliffy, its kind far on', `{"stage":"${'x'.repeat(9000)}","contentType":"application/gliffy+json"}`, /Gliffy/],
  ['tldraw', '{"tldrawFileFormatVersion":1}', /tldraw/],
  ['a notebook', '{"cells":[],"nbformat":4}', /Jupyter/],
  ['other JSON', '{"a": 1}', /JSON/],
  ['a list in JSON', '[1, 2]', /JSON/],
  ['Rich Text', '{\\rtf1 x}', /Rich Text/],
  ['a shortcut', '[InternetShortcut]\nURL=https://app.diagrams.net/#G123\n', /shortcut to a Web page \(\.url\)/],
  ['a shortcut of macOS', '<?xml version="1.0"?><plist version="1.0"><dict/></plist>', /\.webloc/],
  ['a server’s answer', '404: Not Found', /Web server’s message/],
  ['a server’s answer in XML', '<Error><Code>NoSuchKey</Code></Error>', /Web server’s message/],
  [
    'a server’s page',
    '<!DOCTYPE html><html><head><title> 404\n Not Found </title></head><body>x</body></html>',
    /an HTML page \("404 Not Found"\) without a draw\.io diagram/,
  ],
  ['a table', 'id,name,refs\n1,Alice,2\n2,Bob,\n', /CSV/],
  ['a table in tabs', 'id\tname\trefs\r\n1\tAlice\t2\r\n', /CSV/],
  ['Mermaid', 'flowchart LR\n  a --> b\n', /Mermaid text.*\.mmd/],
  ['Graphviz', 'digraph G { a -> b }', /Graphviz/],
  ['a data URI', 'data:image/png;base64,AAAA', /data URI/],
  ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n', /git lfs pull/],
  ['a table for import', '# label: %name%\n# style: rounded=1\nid,name\n', /CSV/],
  ['PlantUML', '@startuml\nA -> B\n@enduml\n', /PlantUML/],
  ['GraphML', '<?xml version="1.0"?><graphml xmlns="x"/>', /GraphML/],
  ['BPMN', '<bpmn:definitions xmlns:bpmn="x"/>', /BPMN/],
  ['stencils', '<shapes name="mine"><shape/></shapes>', /stencils/],
  ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /JPEG/],
  ['a GIF', new TextEncoder().encode('GIF89a'), /GIF/],
  ['a TIFF', new Uint8Array([0x49, 0x49, 0x2a, 0]), /TIFF/],
  ['a HEIC', new TextEncoder().encode('\0\0\0\x18ftypheic'), /HEIC/],
  ['zeros', new Uint8Array(512), /zeros/],
  ['other bytes', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xff, 0]), /isn't valid UTF-8: is it a text\?/],
  ['prose', 'Hello, world\nthis is no table', /isn't XML/],
  ['a gzip file', new Uint8Array([0x1f, 0x8b, 8]), /gzip/],
])('%s', (_kind, source, message) => {
  const error = thrown(() => readContainer(source));
  expect(error).toMatchObject({ name: 'MxsvgError', code: 'not-a-diagram' });
  expect(error.message).toMatch(message);
});

test('a merge conflict is told apart from broken XML', () => {
  const conflict = '<mxfile>\n<<<<<<< HEAD\n<diagram/>\n=======\n<diagram id="x"/>\n>>>>>>> other\n</mxfile>';
  const error = thrown(() => readContainer(conflict));
  expect(error.code).toBe('malformed-xml');
  expect(error.message).toMatch(/merge conflict/);
});
