/** Small diagrams, written cell by cell. */
import { escapeXml } from '../../src/write/format.js';

export interface BoxOptions {
  readonly label?: string;
  readonly style?: string;
  readonly parent?: string;
  readonly size?: readonly [width: number, height: number];
}

const PLAIN = 'html=1;whiteSpace=wrap;';

/** A vertex, 120 × 60 px where nothing else is said. */
export const box = (id: string, x: number, y: number, options: BoxOptions = {}): string => {
  const { label = id, style = PLAIN, parent = '1', size: [width, height] = [120, 60] } = options;
  const geometry = `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`;
  return `<mxCell id="${id}" value="${escapeXml(label)}" style="${escapeXml(style)}" vertex="1" parent="${parent}">${geometry}</mxCell>`;
};

/** An edge between two cells, or two points ("10,20"). */
export const edge = (id: string, from: string, to: string, style = 'html=1;', label = ''): string => {
  const end = (name: string, text: string): string => (text.includes(',') ? '' : ` ${name}="${text}"`);
  const point = (role: string, text: string): string => {
    const [x, y] = text.split(',');
    return text.includes(',') ? `<mxPoint x="${x}" y="${y}" as="${role}"/>` : '';
  };
  const points = `${point('sourcePoint', from)}${point('targetPoint', to)}`;
  const ends = `${end('source', from)}${end('target', to)}`;
  return `<mxCell id="${id}" value="${escapeXml(label)}" style="${style}" edge="1" parent="1"${ends}><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`;
};

export const model = (...cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;

/** A file of pages of these names and contents. */
export const file = (...pages: readonly (readonly [name: string, model: string])[]): string =>
  `<mxfile>${pages.map(([name, content], i) => `<diagram id="p${i}" name="${name}">${content}</diagram>`).join('')}</mxfile>`;
