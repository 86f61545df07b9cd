/** Words that are set in several fonts, as native text writes them: whole, so that they are found and read as one. */
import type { FontFace, TextRun } from '../../drawing/textBlock.js';

export interface NativeRun extends TextRun {
  /** The faces that its characters are set in, where they are several; those asked for before the machine's. */
  readonly faces?: readonly FontFace[];
  /** The face of its last characters, where they are several. */
  readonly lastFace?: FontFace;
}

/** What may differ between the parts of one word. Lines along the text are drawn apart from it. */
const VARIES: ReadonlySet<string> = new Set([
  'text',
  'x',
  'width',
  'face',
  'decorations',
  'continuesWord',
  'faces',
  'lastFace',
]);

/** How far apart two runs may be that stand beside each other, px. */
const TOUCHING = 0.05;

/** Joins runs inside a word whose fonts differ; the viewer finds the font of each character by their families. */
export function joinFaces(runs: readonly NativeRun[]): readonly NativeRun[] {
  const joined: NativeRun[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (last && isOneWord(last, run)) {
      const faces = [...new Set([...(last.faces ?? [last.face]), run.face])];
      joined[joined.length - 1] = {
        ...last,
        text: last.text + run.text,
        width: run.x + run.width - last.x,
        lastFace: run.face,
        faces: [...faces.filter((face) => !face.isSystemFont), ...faces.filter((face) => face.isSystemFont)],
      };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

function isOneWord(a: NativeRun, b: NativeRun): boolean {
  return (
    (a.lastFace ?? a.face) !== b.face &&
    !a.rightToLeft &&
    !b.continuesWord &&
    Math.abs(a.x + a.width - b.x) < TOUCHING &&
    /\S$/.test(a.text) &&
    /^\S/.test(b.text) &&
    isSetAlike(a, b)
  );
}

function isSetAlike(a: NativeRun, b: NativeRun): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof TextRun>;
  return [...keys].every((key) => VARIES.has(key) || a[key] === b[key]);
}
