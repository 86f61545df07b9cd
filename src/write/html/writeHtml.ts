/** Writes the pages of a diagram as one HTML document that needs nothing else: tabs, pan and zoom, and prints well. */
import { escapeXml } from '../format.js';
import { VIEWER_SCRIPT, VIEWER_SCRIPT_HASH } from './htmlScript.js';
import { VIEWER_STYLES } from './htmlStyles.js';

export interface HtmlPage {
  /** What stands on the page's tab. */
  readonly name: string;
  /** An SVG document as writeSvg gives it. Its ids must differ from those of the other pages: see idPrefix there. */
  readonly svg: string;
}

export interface HtmlOptions {
  readonly title: string;
  readonly pages: readonly HtmlPage[];
  /** The diagram file's text. With it, draw.io opens the document again, and so does this program. */
  readonly diagramXml?: string;
  /** What the pictures were painted for: 'light' (default) and 'dark' pages, or 'auto', whatever the reader prefers. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Shows the buttons that zoom; default true. */
  readonly zoomControls?: boolean;
  /** Begins with the page fitted into the window; default true, else in its own size. */
  readonly fit?: boolean;
  /** A CSS colour around links under the pointer; default none. */
  readonly linkColor?: string;
  /** The address of a page that edits the diagram; default none. */
  readonly editLink?: string;
}

/**
 * Scripts run only if they are this document's own, and nothing is loaded: pictures and fonts are data URIs. Styles are
 * inline, as in SVG itself.
 */
const POLICY =
  `default-src 'none'; script-src ${VIEWER_SCRIPT_HASH}; style-src 'unsafe-inline'; ` +
  `img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;

/**
 * The document. Without scripts the pages stand one below the other. It is well-formed XML as well, since that is how
 * draw.io reads the HTML files it opens. The same options give the same bytes.
 */
export function writeHtml(options: HtmlOptions): string {
  const { title, pages, diagramXml, theme = 'light', fit = true, linkColor } = options;
  const several = pages.length > 1;
  const linkStyle = linkColor === undefined ? '' : `.sheet a:hover { outline: 2px solid ${linkColor}; }\n`;
  return `<!DOCTYPE html>
<html lang="en" data-theme="${theme}"${fit ? '' : ' data-fit="false"'}>
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${escapeXml(POLICY)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${escapeXml(title)}</title>
<style>${VIEWER_STYLES}${linkStyle}</style>
</head>
<body>
<header>
${several ? tabList(pages) : ''}${tools(options)}
</header>
<main>
${pages.map((page, index) => section(page, index, several)).join('\n')}
</main>
${diagramXml === undefined ? '' : `${diagramHolder(diagramXml)}\n`}<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`;
}

/** The address of a page inside the document, by its 0-based place: links between pages lead there. */
export const pageAddress = (index: number): string => `#page-${index + 1}`;

/** Links to the pages, which the script makes into tabs. */
function tabList(pages: readonly HtmlPage[]): string {
  const links = pages.map(
    ({ name }, index) => `<a id="tab-${index + 1}" href="${pageAddress(index)}">${escapeXml(name)}</a>`,
  );
  return `<nav aria-label="Pages">${links.join('')}</nav>\n`;
}

/** Shown by the script. */
function tools({ zoomControls = true, editLink }: HtmlOptions): string {
  const edit =
    editLink === undefined
      ? []
      : [`<a href="${escapeXml(editLink)}" target="_blank" rel="noopener noreferrer">Edit</a>`];
  const parts = [...(zoomControls ? [ZOOM_BUTTONS] : []), ...edit];
  if (parts.length === 0) return '';
  return `<div class="tools" role="group" aria-label="Tools" hidden="hidden">\n${parts.join('\n')}\n</div>`;
}

const ZOOM_BUTTONS = `<button type="button" data-zoom="out" title="Zoom out (-)" aria-label="Zoom out">−</button>
<button type="button" data-zoom="actual" title="Actual size (1)"><span data-level="" aria-live="polite">100 %</span></button>
<button type="button" data-zoom="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
<button type="button" data-zoom="fit" title="Fit into the window (0)">Fit</button>`;

function section({ name, svg }: HtmlPage, index: number, several: boolean): string {
  const heading = several ? `<h2>${escapeXml(name)}</h2>\n` : '';
  return `<section id="page-${index + 1}" aria-label="${escapeXml(name)}">
${heading}<div class="sheet">${withoutProlog(svg)}</div>
</section>`;
}

/** The svg element alone: HTML has no XML declaration or document type inside. */
const withoutProlog = (svg: string): string => svg.slice(Math.max(0, svg.search(/<svg[\s>]/))).trimEnd();

/** What draw.io looks for in HTML: the first div of exactly this class, with the file in a JSON object. */
const diagramHolder = (xml: string): string =>
  `<div class="mxgraph" hidden="hidden" data-mxgraph="${escapeXml(JSON.stringify({ xml }))}"></div>`;
