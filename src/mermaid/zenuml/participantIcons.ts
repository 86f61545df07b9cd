/** The icons of participants in ZenUML diagrams, by their annotations: "@Actor", "@Database". */
import type { CellStyle } from '../cells.js';
import { COLORS } from './zenumlTexts.js';

export interface ParticipantIcon {
  /** In a room of 24 by 24 px. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly style: CellStyle;
}

const outlined: CellStyle = { fillColor: 'none', strokeColor: COLORS.border };

/** draw.io's own, in the colour of its services. */
const aws = (name: string, fillColor: string): ParticipantIcon => ({
  box: [0, 0, 24, 24],
  style: { shape: `mxgraph.aws4.${name}`, aspect: 'fixed', fillColor, strokeColor: 'none' },
});

const ICONS: Readonly<Record<string, ParticipantIcon>> = {
  actor: { box: [7, 1, 10, 22], style: { shape: 'umlActor', strokeWidth: 1.5, ...outlined } },
  database: {
    box: [2.5, 2, 19, 20],
    style: { shape: 'cylinder3', boundedLbl: 1, backgroundOutline: 1, size: 4, lid: 1, strokeWidth: 1.5, ...outlined },
  },
  boundary: { box: [1, 4, 22, 16], style: { shape: 'umlBoundary', strokeWidth: 1.5, ...outlined } },
  control: { box: [4, 2, 16, 20], style: { ellipse: '', shape: 'umlControl', strokeWidth: 1.5, ...outlined } },
  entity: { box: [3, 3, 18, 18], style: { ellipse: '', shape: 'umlEntity', strokeWidth: 1.5, ...outlined } },
  ec2: aws('instance2', '#ed7100'),
  lambda: aws('lambda_function', '#ed7100'),
  sqs: aws('queue', '#e7157b'),
  sns: aws('topic', '#e7157b'),
  iam: aws('access_analyzer', '#dd344c'),
  azurefunction: {
    box: [0, 0, 24, 24],
    style: { shape: 'image', aspect: 'fixed', image: 'img/lib/azure2/compute/Function_Apps.svg' },
  },
};

/** Undefined where there is none of the name. */
export const participantIcon = (name: string): ParticipantIcon | undefined => {
  const key = name.toLowerCase();
  return Object.hasOwn(ICONS, key) ? ICONS[key] : undefined;
};
