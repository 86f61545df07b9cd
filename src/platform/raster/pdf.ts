/** Diagrams as PDF files, wherever resvg can be asked. */
import { createBudget } from '../../budget.js';
import { completeLimits, requireWithin } from '../../limits.js';
import { findPage, type PdfOptions, printScale, reporter } from '../../options.js';
import { checkOptionTypes } from '../../optionTypes.js';
import type { Diagram, PageInfo, Source } from '../../render.js';
import { type PdfPage, writePdf } from '../../write/pdf/document.js';
import { onPaper } from '../../write/pdf/paper.js';
import { paperAround, sheetsIn, sheetsOf } from '../../write/pdf/sheets.js';
import type { PictureTools } from './pngPictures.js';

/** Pages as a PDF file. Throws as render does. */
export async function drawPdf(tools: PictureTools, source: Source, options: PdfOptions): Promise<Uint8Array> {
  checkOptionTypes(options);
  const { engine } = tools;
  const diagram = isDiagram(source) ? source : engine.parse(source, options);
  const { pages: chosen, now = new Date(), paper, landscape = false, ...settings } = options;
  const theme = options.theme === 'auto' ? 'light' : options.theme;
  const limits = completeLimits(options.limits);
  const budget = createBudget(limits);
  let sheets = 0;
  const pages = (chosen ?? diagram.pages.map((_, index) => index + 1)).flatMap((page): readonly PdfPage[] => {
    if (paper !== undefined) {
      const unfitted = { ...settings, size: 'diagram', width: undefined, height: undefined } as const;
      const scene = engine.scene(diagram, { ...unfitted, now, theme, page }, budget);
      const scale = printScale({ width: 1, height: 1 }, { scale: options.scale });
      const { id, name } = diagram.pages[findPage(diagram.pages, page)] as PageInfo;
      return [{ scene, id, name, ...onPaper(scene, { paper, landscape, scale }) }];
    }
    // draw.io gives sheets of paper no border either.
    const border = options.size === 'page' ? 0 : options.border;
    // On sheets of paper the drawing is scaled, and not the paper.
    const paperScale = options.size === 'page' ? printScale({ width: 1, height: 1 }, { scale: options.scale }) : 1;
    const scene = engine.scene(diagram, { ...settings, now, theme, page, border, paperScale }, budget);
    const { id, name } = diagram.pages[findPage(diagram.pages, page)] as PageInfo;
    if (options.size === 'page') {
      const { across, down } = sheetsIn(scene);
      sheets += across * down;
      requireWithin(limits, 'sheets', sheets, 'The PDF');
      return sheetsOf(scene).map((sheet) => ({ scene, id, name, ...sheet }));
    }
    const scale = printScale(scene, options);
    const fits = options.width !== undefined || options.height !== undefined;
    return [{ scene: fits ? scene : paperAround(scene, scale), id, name, pointsPerPixel: POINTS_PER_PIXEL * scale }];
  });
  const { title, author, date } = options;
  const report = reporter(options.diagnostics);
  const file = await writePdf(pages, {
    drawer: tools.rasterizer(limits, report),
    title,
    author,
    date,
    diagram: engine.embeddedXml(diagram, options),
    report,
  });
  requireWithin(limits, 'outputBytes', file.length, 'The PDF');
  return file;
}

/** CSS has 96 px to the inch, PDF 72 points. */
const POINTS_PER_PIXEL = 0.75;

const isDiagram = (source: Source): source is Diagram => typeof source === 'object' && 'pages' in source;
