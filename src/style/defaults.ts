/** draw.io's stylesheet: what a vertex and an edge have before their own style, and the named styles. */
import { lookupTable } from '../primitives/lookupTable.js';

type Entries = Readonly<Record<string, string>>;

export const DEFAULT_VERTEX: Entries = {
  shape: 'label',
  perimeter: 'rectanglePerimeter',
  fontSize: '12',
  fontFamily: 'Helvetica',
  align: 'center',
  verticalAlign: 'middle',
  fillColor: 'default',
  strokeColor: 'default',
  fontColor: 'default',
};

export const DEFAULT_EDGE: Entries = {
  shape: 'connector',
  labelBackgroundColor: 'default',
  endArrow: 'classic',
  fontSize: '11',
  fontFamily: 'Helvetica',
  align: 'center',
  verticalAlign: 'middle',
  rounded: '1',
  strokeColor: 'default',
  fontColor: 'default',
};

const text: Entries = {
  fillColor: 'none',
  gradientColor: 'none',
  strokeColor: 'none',
  align: 'left',
  verticalAlign: 'top',
};

const label: Entries = {
  fontStyle: '1',
  align: 'left',
  verticalAlign: 'middle',
  spacing: '2',
  spacingLeft: '52',
  imageWidth: '42',
  imageHeight: '42',
  rounded: '1',
};

const image: Entries = {
  shape: 'image',
  labelBackgroundColor: 'default',
  verticalAlign: 'top',
  verticalLabelPosition: 'bottom',
};

const fancy: Entries = { shadow: '1', glass: '1' };

/** draw.io's colour themes: gradient, fill and stroke. */
const THEMES = lookupTable<readonly [string, string, string]>({
  gray: ['#B3B3B3', '#F5F5F5', '#666666'],
  blue: ['#7EA6E0', '#DAE8FC', '#6C8EBF'],
  green: ['#97D077', '#D5E8D4', '#82B366'],
  turquoise: ['#67AB9F', '#D5E8D4', '#6A9153'],
  yellow: ['#FFD966', '#FFF2CC', '#D6B656'],
  orange: ['#FFA500', '#FFCD28', '#D79B00'],
  red: ['#EA6B66', '#F8CECC', '#B85450'],
  pink: ['#B5739D', '#E6D0DE', '#996185'],
  purple: ['#8C6C9C', '#E1D5E7', '#9673A6'],
});

function themes(): Record<string, Entries> {
  const styles: Record<string, Entries> = {};
  for (const [name, [gradientColor, fillColor, strokeColor]] of Object.entries(THEMES)) {
    styles[`plain-${name}`] = { gradientColor, fillColor, strokeColor };
    styles[name] = { ...fancy, gradientColor, fillColor, strokeColor };
  }
  return styles;
}

export const NAMED_STYLES: ReadonlyMap<string, Entries> = new Map(
  Object.entries<Entries>({
    text,
    edgeLabel: { ...text, labelBackgroundColor: 'default', fontSize: '11' },
    label,
    icon: {
      ...label,
      align: 'center',
      imageAlign: 'center',
      verticalLabelPosition: 'bottom',
      verticalAlign: 'top',
      spacingTop: '6',
      labelBackgroundColor: 'default',
      spacing: '0',
      spacingLeft: '0',
      fontStyle: '0',
      imageWidth: '48',
      imageHeight: '48',
    },
    swimlane: { shape: 'swimlane', fontSize: '12', fontStyle: '1', startSize: '23' },
    group: { verticalAlign: 'top', fillColor: 'none', strokeColor: 'none', gradientColor: 'none', pointerEvents: '0' },
    ellipse: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
    rhombus: { shape: 'rhombus', perimeter: 'rhombusPerimeter' },
    triangle: { shape: 'triangle', perimeter: 'trianglePerimeter' },
    line: {
      shape: 'line',
      strokeWidth: '4',
      labelBackgroundColor: 'default',
      verticalAlign: 'top',
      spacingTop: '8',
    },
    image,
    roundImage: { ...image, perimeter: 'ellipsePerimeter' },
    rhombusImage: { ...image, perimeter: 'rhombusPerimeter' },
    arrow: { shape: 'arrow', edgeStyle: 'none', fillColor: 'default' },
    fancy,
    ...themes(),
  }),
);
