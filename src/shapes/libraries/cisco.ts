/** Cisco's icons (libraries cisco19 and cisco_safe): a stencil on a background that depends on it. */
import { rect } from '../../geometry/plane.js';
import { drawEllipse, drawPath, drawStencil, type Frame, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** The cisco19 icons that stand on another background stencil than bg1. */
const BACKGROUNDS: readonly (readonly [string, string])[] = [
  ['bg2', 'l2_modular l3_modular 6500_vss nexus_9500 nexus_7k'],
  ['bg3', 'l2_switch_with_dual_supervisor l3_switch_with_dual_supervisor'],
  ['bg4', 'l2_modular2'],
  ['bg5', 'l3_modular2 6500_vss2 hypervisor collab1'],
  [
    'bg6',
    'content_router router_with_firewall2 netflow_router2 nam_virtual_service_blade ucs_5108_blade_chassis storage ' +
      'nexus_1kv_vsm nexus_1k nexus_1010 wireless_lan_controller primary_codec virtual_desktop_service video_gateway ' +
      'video_analytics telepresence_exchange meeting_scheduling_and_management_server ' +
      'content_recording_streaming_server communications_manager cisco_unified_presence_service ' +
      'cisco_unified_contact_center_enterprise_and_hosted h323 monitor telepresence_endpoint_twin_data_display ' +
      'operations_manager transcoder contact_center_express ip_ip_gateway shield set_top da_encoder ad_encoder ' +
      'da_decoder ad_decoder acs email_security vpn_concentrator ssl_terminator cisco_security_manager web_security ' +
      'nac_appliance ironport ips_ids firewall asa_5500 flow_collector load_balancer web_application_firewall ' +
      'analysis_correlation flow_analytics virtual_private_network2 web_security_services web_security_services2 ' +
      'virtual_private_network_connector',
  ],
  ['bg7', 'asr_1000'],
  ['bg8', 'fibre_channel_director_mds_9000 fibre_channel_fabric_switch'],
  ['bg9', 'ucs_c_series_server'],
  ['bg10', 'immersive_telepresence_endpoint'],
];

const BACKGROUND_OF: ReadonlyMap<string, string> = new Map(
  BACKGROUNDS.flatMap(([background, icons]) => icons.split(' ').map((icon) => [icon, background] as const)),
);

const ROUND = new Set(
  (
    'router csr_1000v wireless_router l3_modular3 ucs_express router_with_voice router_with_firewall netflow_router ' +
    'secure_router ip_telephone_router asr_9000 clock vbond vmanage vsmart vts2'
  ).split(' '),
);

function drawBackground(frame: Frame, icon: string): void {
  const { canvas, w, h } = frame;
  if (icon === 'wireless_router') drawEllipse(canvas, 0, h * 0.17, w, h * 0.83, 'fill');
  else if (ROUND.has(icon)) drawEllipse(canvas, 0, 0, w, h, 'fill');
  else if (icon === 'aci' || icon === 'aci2')
    drawStencil(frame, 'mxgraph.cisco19.acibg', rect(w * 0.195, h * 0.195, w * 0.61, h * 0.61));
  else drawStencil(frame, `mxgraph.cisco19.${BACKGROUND_OF.get(icon) ?? 'bg1'}`, rect(0, 0, w, h));
}

const cisco19 = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const icon = style.string('prIcon', 'l2_switch');
  drawBackground(frame, icon);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawStencil(frame, `mxgraph.cisco19.${icon}`, rect(0, 0, w, h));
});

/** Ellipses behind icons: left, top, width and height in fractions of the box. */
const DISCS: ReadonlyMap<string, readonly [number, number, number, number]> = new Map([
  ['threat1', [0.18, 0.16, 0.66, 0.65]],
  ['threat2', [0.01, 0.01, 0.98, 0.6]],
  ['threat3', [0.18, 0.2, 0.64, 0.79]],
  ['threat4', [0.09, 0.03, 0.82, 0.77]],
  ['threat5', [0.16, 0.01, 0.67, 0.72]],
]);

const APPLIANCE = 'mxgraph.cisco_safe.architecture.generic_appliance';
const APPLIANCE_BODY =
  'M 0 .3 A .3 .3 0 0 1 .3 0 L .7 0 A .3 .3 0 0 1 1 .3 L 1 .7 A .3 .3 0 0 1 .7 1 L .3 1 A .3 .3 0 0 1 0 .7 Z';
/** The top left corners of its rivets, in fractions of the box. */
const RIVETS: readonly (readonly [number, number])[] = [
  [0.105, 0.48],
  [0.855, 0.48],
  [0.48, 0.105],
  [0.48, 0.855],
  [0.17, 0.17],
  [0.79, 0.17],
  [0.79, 0.79],
  [0.17, 0.79],
];

function drawAppliance(frame: Frame, stroke: string | undefined): void {
  const { canvas, w, h, style } = frame;
  canvas.setFillColor(style.color('bgColor', '#C2E0AE'));
  drawPath(canvas, APPLIANCE_BODY, 'fill', w, h);
  canvas.setFillColor(stroke);
  drawStencil(frame, APPLIANCE, rect(w * 0.26, h * 0.26, w * 0.48, h * 0.48));
  canvas.setAlpha(0.5);
  canvas.setFillColor(style.color('bgDotColor', '#ffffff'));
  for (const [x, y] of RIVETS) drawEllipse(canvas, w * x, h * y, w * 0.04, h * 0.04, 'fill');
  canvas.setAlpha(style.number('opacity', 100) / 100);
}

/** Small icons keep a hundredth of their size free around the background, large ones a pixel. */
function drawSafeBackground(frame: Frame, name: string): void {
  const { canvas, w, h } = frame;
  const [dx, dy] = w < 100 ? [w * 0.01, h * 0.01] : [1, 1];
  const disc = DISCS.get(name);
  if (disc) drawEllipse(canvas, w * disc[0], h * disc[1], w * disc[2], h * disc[3], 'fill');
  else if (name === 'ellipse') drawEllipse(canvas, dx, dy, w - 2 * dx, h - 2 * dy, 'fill');
  else drawStencil(frame, name, rect(dx, dy, w - 2 * dx, h - 2 * dy));
}

const compositeIcon = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const background = style.string('bgIcon', '');
  const icon = style.string('resIcon', '');
  const stroke = style.color('strokeColor');
  const appliance = background === APPLIANCE;
  // Drawn once more on top: what is seen of this one is its outline beyond the background.
  if (!appliance) drawStencil(frame, icon, rect(0, 0, w, h));
  canvas.setFillColor(stroke);
  canvas.setStrokeColor(undefined);
  if (appliance) drawAppliance(frame, stroke);
  else drawSafeBackground(frame, background);
  canvas.setFillColor(style.color('fillColor'));
  if (appliance) drawStencil(frame, icon, rect(w / 4, h / 4, w / 2, h / 2));
  else drawStencil(frame, icon, rect(0, 0, w, h));
});

const CISCO_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.cisco19.rect': cisco19,
  'mxgraph.cisco_safe.compositeIcon': compositeIcon,
};

export const ciscoShapes = (): Readonly<Record<string, Shape>> => CISCO_SHAPES;
