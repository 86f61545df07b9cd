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
    // Twice the size, for sharp screens; a picture in pixels follows no page, and is light or dark.
    draw: async (engine, opened, page, theme) =>
      pixels(await engine.file(opened, page, theme === 'auto' ? 'light' : theme, 2, 'outline'), theme === 'dark'),
  },
];

/** Has the browser draw an SVG into a PNG. */
async function pixels(svg: string, dark: boolean): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: SVG }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws no pictures.');
    context.fillStyle = dark ? '#121212' : '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to whoever sits before the page. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
