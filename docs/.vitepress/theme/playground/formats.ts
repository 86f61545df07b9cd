/** The formats that the playground saves: a row a format, a button each. */
import type { Theme } from 'mxsvg/browser';
import type { Engine, Opened } from './engine.js';

export interface Format {
  readonly ending: string;
  readonly title: string;
  draw(engine: Engine, opened: Opened, page: number, theme: Theme): Promise<Blob>;
}

const SVG = 'image/svg+xml';

export const FORMATS: readonly Format[] = [
  {
    ending: 'svg',
    title: 'SVG',
    draw: async (engine, opened, page, theme) => new Blob([await engine.file(opened, page, theme)], { type: SVG }),
  },
  {
    ending: 'png',
    title: 'PNG',
    draw: async (engine, opened, page, theme) =>
      new Blob([await engine.png(opened, page, theme)], { type: 'image/png' }),
  },
  {
    ending: 'pdf',
    title: 'PDF',
    draw: async (engine, opened, page, theme) =>
      new Blob([await engine.pdf(opened, page, theme)], { type: 'application/pdf' }),
  },
];

/** Hands a file to whoever sits before the page. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
