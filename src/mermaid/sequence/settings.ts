/** What a text may set of sequence diagrams, with Mermaid's defaults; lengths in px. */
import type { MermaidConfig } from '../config.js';
import { length } from '../text/readers.js';
import { pixels } from '../theme.js';

type TextAlign = 'left' | 'center' | 'right';

export interface SequenceSettings {
  /** Around the diagram. */
  readonly diagramMarginX: number;
  readonly diagramMarginY: number;
  /** Between participants. */
  readonly actorMargin: number;
  /** Of participants and notes, at least. */
  readonly width: number;
  /** Of participants. */
  readonly height: number;
  /** Around fragments and groups. */
  readonly boxMargin: number;
  readonly boxTextMargin: number;
  readonly noteMargin: number;
  readonly bottomMarginAdj: number;
  readonly wrapPadding: number;
  /** Of a fragment's tag. */
  readonly labelBoxWidth: number;
  readonly labelBoxHeight: number;
  readonly activationWidth: number;
  readonly messageAlign: TextAlign;
  readonly noteAlign: TextAlign;
  readonly mirrorActors: boolean;
  readonly rightAngles: boolean;
  readonly showSequenceNumbers: boolean;
  readonly hideUnusedParticipants: boolean;
  readonly fontSize: number;
  /** A CSS family list that texts are measured in: SVG's own where the text names none, for Mermaid's default is no family list. */
  readonly measuredFont: string;
}

const FONT_SIZE = 16;
const INITIAL_FONT = 'Times New Roman';

export function sequenceSettings({ sequence = {}, fontSize, fontFamily }: MermaidConfig): SequenceSettings {
  const px = (key: string, fallback: number): number => length(sequence[key]) ?? fallback;
  const align = (key: string): TextAlign => {
    const value = sequence[key];
    return value === 'left' || value === 'right' ? value : 'center';
  };
  return {
    diagramMarginX: px('diagramMarginX', 50),
    diagramMarginY: px('diagramMarginY', 10),
    actorMargin: px('actorMargin', 50),
    width: px('width', 150),
    height: px('height', 65),
    boxMargin: px('boxMargin', 10),
    boxTextMargin: px('boxTextMargin', 5),
    noteMargin: px('noteMargin', 10),
    bottomMarginAdj: px('bottomMarginAdj', 1),
    wrapPadding: px('wrapPadding', 10),
    labelBoxWidth: px('labelBoxWidth', 50),
    labelBoxHeight: px('labelBoxHeight', 20),
    activationWidth: px('activationWidth', 10),
    messageAlign: align('messageAlign'),
    noteAlign: align('noteAlign'),
    mirrorActors: sequence.mirrorActors !== false,
    rightAngles: sequence.rightAngles === true,
    showSequenceNumbers: sequence.showSequenceNumbers === true,
    hideUnusedParticipants: sequence.hideUnusedParticipants === true,
    fontSize: pixels(fontSize) ?? FONT_SIZE,
    measuredFont:
      typeof fontFamily === 'string' && fontFamily.trim() !== '' && !fontFamily.includes(';')
        ? fontFamily.replaceAll('"', '')
        : INITIAL_FONT,
  };
}
