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

/** XML, URI-encoded XML, or base64 around either. Throws MxsvgError 'not-a-diagram' where it is something else. */
export function diagramInContent(content: string): string {
  const text = content.startsWith('<') || content.startsWith('%') ? content : textInBase64(content);
  const xml = text === undefined || text.startsWith('<') ? text : decodeUri(text);
  if (xml?.trimStart().startsWith('<')) return xml;
  throw new MxsvgError(
    'not-a-diagram',
    'The SVG holds no diagram: its "content" attribute is neither XML nor XML in base64 or in percent signs.',
  );
}

/** Undefined of what isn't base64, or isn't text. */
function textInBase64(content: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64Bytes(content, 'The SVG’s content'));
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof MxsvgError) return undefined;
    throw cause;
  }
}
