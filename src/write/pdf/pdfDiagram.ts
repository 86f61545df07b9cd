/** The diagram inside a PDF file, where draw.io looks for it. */
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PdfObjects } from './objects.js';

const NAME = 'diagram.xml';
const MEDIA_TYPE = 'application/vnd.jgraph.mxfile';

/**
 * Attaches the XML of a diagram as draw.io's desktop application does. draw.io searches the bytes of the file for the
 * first "EmbeddedFile": it has to be the attachment's own type, so this comes before every other stream, and the tree
 * of attachments' names, whose key begins alike, is an object of its own that ends up compressed.
 */
export function embedDiagram(objects: PdfObjects, xml: string): void {
  const { catalog } = objects.document;
  const bytes = new TextEncoder().encode(xml);
  const stream = objects.stream(bytes, { Type: 'EmbeddedFile', Subtype: MEDIA_TYPE, Params: { Size: bytes.length } });
  const file = objects.register({
    Type: 'Filespec',
    F: PDFString.of(NAME),
    UF: PDFHexString.fromText(NAME),
    EF: { F: stream },
    Desc: PDFHexString.fromText('Diagram Content'),
  });
  const names = objects.register({ EmbeddedFiles: { Names: [PDFHexString.fromText(NAME), file] } });
  catalog.set(PDFName.of('Names'), names);
}
