/** The pages of a PDF file: a scene on paper of some size. */
import { PDFName } from '@cantoo/pdf-lib';
import type { Scene } from '../../drawing/scene.js';
import { type Matrix, type Point, point, type Rect, transformRect } from '../../geometry/plane.js';
import { colorParts } from '../outputColor.js';
import type { Device } from '../textGeometry.js';
import { Content } from './contentStream.js';
import type { WrittenPage } from './navigation.js';
import type { Literal, Resource } from './objects.js';
import { type LinkArea, type PainterTools, ScenePainter } from './painter.js';
import { plainForm } from './states.js';

/** A page of the file. */
export interface PdfPage {
  readonly scene: Scene;
  /** What of the scene's plane is on the page, px; default what the scene shows. */
  readonly view?: Rect;
  /** Points (1/72 inch) for each px; default 0.75, the px of CSS. */
  readonly pointsPerPixel?: number;
  /** The diagram page's id, to which links lead. */
  readonly id?: string;
  /** The page's name, for the outline of a file of several pages. */
  readonly name?: string;
}

const POINTS_PER_PIXEL = 0.75;

/** Viewers take no longer side, in units; a file may make its unit larger. */
const LONGEST_SIDE = 14_400;

/** Points. Viewers show nothing of a page without extent. */
const SHORTEST_SIDE = 0.1;

/** A scene that several pages show, in its own px. */
interface SharedScene {
  readonly form: Resource;
  readonly links: readonly LinkArea[];
}

export class PageWriter {
  readonly #shared = new Map<Scene, SharedScene>();
  /** The scenes of more than one page: the sheets of a large drawing. */
  readonly #repeated = new Set<Scene>();

  constructor(
    readonly tools: PainterTools,
    pages: readonly PdfPage[],
  ) {
    const seen = new Set<Scene>();
    for (const { scene } of pages) {
      if (seen.has(scene)) this.#repeated.add(scene);
      seen.add(scene);
    }
  }

  write(source: PdfPage): WrittenPage {
    const { scene, view = scene.viewBox, pointsPerPixel = POINTS_PER_PIXEL, id, name } = source;
    const { objects } = this.tools;
    const unit = Math.max(1, Math.ceil((Math.max(view.width, view.height) * pointsPerPixel) / LONGEST_SIDE));
    const scale = pointsPerPixel / unit;
    const [width, height] = [points(view.width * scale), points(view.height * scale)];
    const content = new Content({ x: 0, y: 0, width, height }, corner(scene.viewBox));
    const matrix = { a: scale, b: 0, c: 0, d: -scale, e: -view.x * scale, f: (view.y + view.height) * scale };
    content.transform(matrix);
    drawBackground(content, scene, view);
    const links = this.#draw(content, scene, view, matrix);
    const page = objects.document.addPage([width, height]);
    const set = (key: string, value: Literal) => page.node.set(PDFName.of(key), objects.object(value));
    set('Contents', objects.stream(content.operators, {}));
    set('Resources', objects.dictionary(content.resources));
    set('Group', { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' });
    if (unit > 1) set('UserUnit', unit);
    return { page, id, name, links };
  }

  /** Draws a scene, and gives its links in the page's own space. */
  #draw(content: Content, scene: Scene, view: Rect, matrix: Matrix): readonly LinkArea[] {
    if (!this.#repeated.has(scene)) {
      return this.#paint(content, scene, { scale: 1, left: view.x, top: view.y });
    }
    const { form, links } = this.#sharedScene(scene);
    content.paint(form);
    // A large drawing has many sheets, and each link is on a few of them.
    return links.flatMap(({ href, box }) => (overlaps(box, view) ? [{ href, box: transformRect(matrix, box) }] : []));
  }

  #sharedScene(scene: Scene): SharedScene {
    const known = this.#shared.get(scene);
    if (known) return known;
    const { objects } = this.tools;
    const { viewBox } = scene;
    const content = new Content(viewBox, corner(viewBox));
    const links = this.#paint(content, scene, { scale: 1, left: viewBox.x, top: viewBox.y });
    const shared = { form: objects.name('XObject', plainForm(objects, content, viewBox)), links };
    this.#shared.set(scene, shared);
    return shared;
  }

  #paint(content: Content, scene: Scene, device: Device): readonly LinkArea[] {
    const painter = new ScenePainter(this.tools, content, device);
    painter.group(scene.root);
    return painter.links;
  }
}

const corner = ({ x, y }: Rect): Point => point(x, y);

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const points = (length: number): number => Math.round(Math.max(length, SHORTEST_SIDE) * 1e3) / 1e3;

function drawBackground(content: Content, { background }: Scene, view: Rect): void {
  if (background === undefined) return;
  content.isolated(() => {
    content.fillColor(colorParts(background));
    content.rectangle(view);
    content.write('f');
  });
}
