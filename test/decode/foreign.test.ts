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
  ['another ZIP archive', zip('word/document.xml'), /ZIP archive/],
  ['Gliffy', '{"contentType":"application/gliffy+json","version":"1.3","stage":{}}', /Gliffy/],
  ['Lucidchart', '{"state":"{\\"Properties\\":{}}"}', /Lucidchart/],
  ['Lucidchart’s packed file', zip('document.json'), /Lucidchart/],
  ['Excalidraw', '{\n  "type": "excalidraw",\n "elements": []}', /Excalidraw/],
  ['other JSON', '{"a": 1}', /JSON/],
  ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n', /git lfs pull/],
  ['a table for import', '# label: %name%\n# style: rounded=1\nid,name\n', /CSV/],
  ['PlantUML', '@startuml\nA -> B\n@enduml\n', /PlantUML/],
  ['GraphML', '<?xml version="1.0"?><graphml xmlns="x"/>', /GraphML/],
  ['BPMN', '<bpmn:definitions xmlns:bpmn="x"/>', /BPMN/],
  ['stencils', '<shapes name="mine"><shape/></shapes>', /stencils/],
  ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /JPEG/],
  ['a GIF', new TextEncoder().encode('GIF89a'), /GIF/],
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
