/** Kubernetes icons: a heptagon with a stencil and perhaps the resource's short name inside. */
import { rect } from '../../geometry/plane.js';
import { drawStencil, type Frame, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** Where an icon stands: the distance from the middle to its left side, its top, width and height. */
interface IconPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const USUAL: IconPlace = { left: 0.3, top: 0.2, width: 0.6, height: 0.6 };

/** `left`, `width` and `height` are fractions of the shorter side, `top` of the height. */
const PLACES: ReadonlyMap<string, IconPlace> = new Map([
  ['cm', { left: 0.3, top: 0.25, width: 0.6, height: 0.5 }],
  ['c_role', { left: 0.25, top: 0.2, width: 0.5, height: 0.6 }],
  ['crb', { left: 0.25, top: 0.3, width: 0.5, height: 0.3 }],
  ['crd', { left: 0.25, top: 0.2, width: 0.6, height: 0.6 }],
  ['deploy', { left: 0.27, top: 0.25, width: 0.6, height: 0.55 }],
  ['hpa', { left: 0.4, top: 0.1, width: 0.8, height: 0.8 }],
]);

const KNOWN = new Set(
  (
    'api c_c_m cm c_m c_role control_plane crb crd cronjob deploy ds ep etcd group hpa ing job k_proxy kubelet limits ' +
    'netpol node ns pod psp pv pvc quota rb role rs sa sc sched secret sts svc user vol'
  ).split(' '),
);

function drawFrame(frame: Frame): void {
  const { canvas, w, h, style } = frame;
  canvas.setFillColor(style.color('strokeColor', '#ffffff'));
  drawStencil(frame, 'mxgraph.kubernetes.frame', rect(0, 0, w, h));
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  drawStencil(frame, 'mxgraph.kubernetes.frame', rect(w * 0.03, h * 0.03, w * 0.94, h * 0.94));
  canvas.setFillColor(style.color('strokeColor', '#ffffff'));
}

const icon = framed((frame) => {
  const { w, h, style } = frame;
  drawFrame(frame);
  drawStencil(frame, `mxgraph.kubernetes.${style.string('prIcon', '')}`, rect(w * 0.2, h * 0.2, w * 0.6, h * 0.6));
});

const icon2 = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const name = style.string('prIcon', '');
  drawFrame(frame);
  if (!KNOWN.has(name)) {
    drawStencil(frame, `mxgraph.kubernetes2.${name}`, rect(w * 0.2, h * 0.2, w * 0.6, h * 0.6));
    return;
  }
  const labelled = style.flag('kubernetesLabel');
  const width = Math.min(w, h) * (labelled ? 0.8 : 1);
  const height = width * (labelled ? 0.9 : 1);
  const place = PLACES.get(name) ?? USUAL;
  const left = w / 2 - width * place.left;
  const drawn = drawStencil(
    frame,
    `mxgraph.kubernetes2.${name}`,
    rect(left, h * place.top, width * place.width, height * place.height),
  );
  // Without the second set, its forerunner stands in; its icons have the short name in them.
  if (!drawn) drawStencil(frame, `mxgraph.kubernetes.${name}`, rect(w * 0.2, h * 0.2, w * 0.6, h * 0.6));
  if (!labelled || !drawn) return;
  const twoLines = name === 'control_plane';
  canvas.setFontColor(style.color('strokeColor', '#ffffff') ?? '#ffffff');
  canvas.setFontSize(Math.min(w, h) * (twoLines ? 0.12 : 0.2));
  canvas.text(w / 2, h * (twoLines ? 0.78 : 0.75), twoLines ? 'control\nplane' : name.replaceAll('_', '-'));
});

const KUBERNETES_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.kubernetes.icon': icon,
  'mxgraph.kubernetes.icon2': icon2,
};

export const kubernetesShapes = (): Readonly<Record<string, Shape>> => KUBERNETES_SHAPES;
