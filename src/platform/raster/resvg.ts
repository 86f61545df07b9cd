/** What resvg's WebAssembly build is asked, and how it answers: in a thread of Node's, or in a worker of a web page. */
import { type FontOptions, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';

export interface DrawingRequest {
  readonly svg: string;
  readonly wanted: 'size' | 'simplified' | 'png' | 'pixels';
  readonly options: Omit<ResvgRenderOptions, 'font'>;
  /** The fonts for the document's own text, by what the one who draws knows them by: a path, or a name in the pack. */
  readonly fontFiles: readonly string[];
  readonly families: FontOptions;
  readonly mostPixels: number;
}

export type DrawingAnswer =
  | {
      readonly kind: 'done';
      /** px. */
      readonly width: number;
      readonly height: number;
      /** Of a PNG, or pixels with colours multiplied by alpha. */
      readonly data?: Uint8Array;
      readonly text?: string;
    }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }
  | { readonly kind: 'unreadable'; readonly message: string }
  /** resvg came to an end over the document, or to none. */
  | { readonly kind: 'ended' };

/** Draws, where the module is ready. A document that can't be read gives an error in words; all else is resvg's own end. */
export function answerOf(request: DrawingRequest, fonts: readonly Uint8Array[]): DrawingAnswer {
  try {
    return drawn(request, fonts);
  } catch (error) {
    const ended = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    return ended ? { kind: 'ended' } : { kind: 'unreadable', message: String(error) };
  }
}

function drawn({ svg, wanted, options, families, mostPixels }: DrawingRequest, fonts: readonly Uint8Array[]) {
  const picture = new Resvg(svg, { ...options, font: { ...families, fontBuffers: [...fonts] } });
  const { fitTo } = options;
  const factor = fitTo?.mode === 'width' ? fitTo.value / picture.width : 1;
  const [width, height] = [Math.ceil(picture.width * factor), Math.ceil(picture.height * factor)];
  if (width * height > mostPixels) return { kind: 'too-large', width, height } as const;
  switch (wanted) {
    case 'size':
      return { kind: 'done', width, height } as const;
    case 'simplified':
      return { kind: 'done', width, height, text: picture.toString() } as const;
    case 'png':
      return { kind: 'done', width, height, data: picture.render().asPng() } as const;
    case 'pixels': {
      const image = picture.render();
      return { kind: 'done', width: image.width, height: image.height, data: image.pixels } as const;
    }
  }
}
