/** Times draw.io's own viewer in headless Chromium: whole browsers, and a page that has drawn before. */
import { memoryOfDescendants } from './cold.js';
import { type Timing, timingOf } from './statistics.js';
import { serveViewer, Viewer } from './viewer.js';

export interface ViewerTimes {
  /** From starting the browser to the finished SVG. */
  readonly cold: Timing;
  readonly warm: Timing;
  /** MiB that the browser holds after a drawing. */
  readonly memory: number;
}

export interface ViewerOptions {
  readonly starts: number;
  /** Drawings in each browser, the first left out. */
  readonly drawings: number;
  /** No further drawing begins after so many milliseconds. */
  readonly time: number;
}

export async function timeViewer(executable: string, xml: string, options: ViewerOptions): Promise<ViewerTimes> {
  const server = await serveViewer();
  const cold: number[] = [];
  const warm: number[] = [];
  let memory = 0;
  const end = performance.now() + options.time;
  try {
    for (let run = 0; run < options.starts && (run === 0 || performance.now() < end); run++) {
      const start = performance.now();
      const viewer = await Viewer.open(executable, server.address);
      const first = await viewer.draw(xml);
      cold.push(performance.now() - start);
      for (let again = 0; again < options.drawings && performance.now() < end; again++)
        warm.push(await viewer.draw(xml));
      if (warm.length === 0) warm.push(first);
      memory = Math.max(memory, memoryOfDescendants());
      await viewer.close();
    }
  } finally {
    server.close();
  }
  return { cold: timingOf(cold), warm: timingOf(warm), memory };
}
