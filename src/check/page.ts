/** A page as rules look at it: its XML, its cells, their places and its picture, each made when it is first asked for. */
import type { Budget } from '../budget.js';
import type { Diagnostic } from '../diagnostics.js';
import type { Scene } from '../drawing/scene.js';
import type { PlacedVertex, RoutedEdge } from '../layout/layout.js';
import type { CheckOptions } from '../options.js';
import type { LaidOutPage } from '../pipeline/layOut.js';

/** What a page is checked with. */
export interface PageUse {
  readonly page: LaidOutPage;
  readonly options: CheckOptions;
  readonly budget: Budget;
  /** What laying out and drawing told, complete once the scene is there. */
  readonly diagnostics: readonly Diagnostic[];
  draw(): Scene;
}

export class CheckedPage {
  readonly vertices: readonly PlacedVertex[];
  readonly edges: readonly RoutedEdge[];
  #scene: Scene | undefined;

  constructor(readonly use: PageUse) {
    const placed = [...use.page.layout.cells.values()];
    this.vertices = placed.filter((cell) => cell.kind === 'vertex');
    this.edges = placed.filter((cell) => cell.kind === 'edge');
  }

  /** The picture in its light colours. */
  get scene(): Scene {
    this.#scene ??= this.use.draw();
    return this.#scene;
  }

  /** What drawing the page told. */
  get diagnostics(): readonly Diagnostic[] {
    void this.scene;
    return this.use.diagnostics;
  }
}
