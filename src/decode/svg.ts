/** The diagram inside an SVG that draw.io exported: the content attribute of its first element. */
import { MxsvgError } from '../diagnostics.js';
import { base64Bytes, decodeUri } from './compression.js';
import type { XmlElement } from './xml.js';

/** The text of the file inside an SVG. Throws MxsvgError 'not-a-diagram' where there is none. */
export function diagramInSvg(root: XmlElement): string {
  const content = root.attributes.get('content')?.trim() ?? '';
  if (content !== '') return diagramInContent(content);
  throw new MxsvgError(
    'not-a-diagram',
    'The SVG holds no diagram: export it from draw.io with "Include a copy of my diagram".',
  );
}

/** XML, URI-encoded XML, or base64 around either. */
export function diagramInContent(content: string): string {
  if (content.startsWith('<')) return content;
  if (content.startsWith('%')) return decodeUri(content);
  return decodeUri(new TextDecoder().decode(base64Bytes(content, 'The SVG’s content')));
}
