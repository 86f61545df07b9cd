/** draw.io's electrical switches, whose arm shows the style's elSwitchState ("mxgraph.electrical.electro-mechanical.*"). */
import { lookupTable } from '../../../primitives/lookupTable.js';
import { ellipse, filled, type Glyph, glyphShape, inkFill, layers, painted, stroked } from '../../general/glyph.js';
import type { Shape } from '../../shape.js';

/**
 * Draws what belongs to the state of the switch, and what the table lists last for a state that it doesn't know. A
 * style without a state means "on", or the first position.
 */
const byState =
  (states: Readonly<Record<string, Glyph>>): Glyph =>
  (canvas, w, h, style) => {
    const state = style.string('elSwitchState', 'on' in states ? 'on' : '1');
    (states[state] ?? Object.values(states).at(-1))?.(canvas, w, h, style);
  };

/** Leads and the arm of the switch's state as one line, and the contacts above it. */
const throws = (leads: string, arms: Readonly<Record<string, string>>, ...contacts: readonly Glyph[]): Glyph =>
  layers(
    byState(Object.fromEntries(Object.entries(arms).map(([state, arm]) => [state, stroked(leads + arm)]))),
    ...contacts,
  );

const contact = (x: number, y: number, width: number, height: number): Glyph => ellipse(x, y, width, height);
const ring = (x: number, y: number, width: number, height: number): Glyph => ellipse(x, y, width, height, 'stroke');
const ink = (outline: string): Glyph => layers(inkFill, filled(outline));
const inkPainted = (outline: string): Glyph => layers(inkFill, painted(outline));
const caption =
  (text: string, x: number, y: number): Glyph =>
  (canvas, w, h) =>
    canvas.text(w * x, h * y, text);

const SWITCHES = lookupTable<Glyph>({
  twoWaySwitch: throws(
    'M0 .5L.2 .5M.8 .88L1 .88M.8 .12L1 .12',
    { 2: 'M.28 .48L.72 .15', 1: 'M.28 .52L.72 .85' },
    contact(0.72, 0.77, 0.08, 0.23),
    contact(0.72, 0, 0.08, 0.23),
    contact(0.2, 0.385, 0.08, 0.23),
  ),
  pushbutton: throws(
    'M0 .8L.2 .8M.8 .8L1 .8',
    { off: 'M.5 .5L.5 0M.46 0L.54 0M.2 .5L.8 .5', on: 'M.5 1L.5 .5M.46 .5L.54 .5M.2 1L.8 1' },
    contact(0.72, 0.65, 0.08, 0.3),
    contact(0.2, 0.65, 0.08, 0.3),
  ),
  singleSwitch: throws(
    'M0 .8L.2 .8M.8 .8L1 .8',
    { off: 'M.28 .75L.76 0', on: 'M.2 .8L.8 .8' },
    contact(0.72, 0.65, 0.08, 0.3),
    contact(0.2, 0.65, 0.08, 0.3),
  ),
  switchDisconnector: throws(
    'M.8 .84L1 .84M.8 .68L.8 1',
    { off: 'M0 .84L.24 .84L.76 0', on: 'M0 .84L.24 .84L.8 .84' },
    contact(0.72, 0.68, 0.08, 0.32),
  ),
  fuse2: throws('M.8 .8L1 .8', {
    off: 'M0 .8L.25 .8L.76 0M.348 .47L.563 .13L.603 .46L.387 .78Z',
    on: 'M0 .8L.25 .8L.8 .8M.38 .6L.62 .6L.62 1L.38 1Z',
  }),
  liquidLevelActuatedSwitch: layers(
    byState({
      off: layers(stroked('M.8 .27L1 .27M0 .27L.2 .27M.24 0L.76 0M.5 0L.5 .47'), contact(0.45, 0.47, 0.1, 0.26)),
      on: layers(stroked('M.8 .27L1 .27M0 .27L.2 .27M.28 .27L.72 .27M.5 .27L.5 .74'), contact(0.45, 0.74, 0.1, 0.26)),
    }),
    contact(0.2, 0.17, 0.08, 0.2),
    contact(0.72, 0.17, 0.08, 0.2),
  ),
  liquidLevelActuatedSwitch2: throws('M.76 1L1 1', {
    off: 'M0 1L.24 1L.76 .5M.42 0L.58 0L.58 .4L.42 .4ZM.46 .22C.47 .195 .484 .18 .5 .18C.516 .18 .531 .195 .54 .22C.531 .245 .516 .26 .5 .26C.484 .26 .47 .245 .46 .22ZM.5 .1L.5 .17M.5 .4L.5 .55M.5 .63L.5 .75',
    on: 'M0 1L.24 1L.76 1M.42 .25L.58 .25L.58 .65L.42 .65ZM.46 .47C.47 .445 .484 .43 .5 .43C.516 .43 .531 .445 .54 .47C.531 .495 .516 .51 .5 .51C.484 .51 .47 .495 .46 .47ZM.5 .35L.5 .42M.5 .65L.5 .8M.5 .88L.5 1',
  }),
  gasFlowActuatedSwitch: byState({
    off: layers(
      stroked(
        'M.76 1L1 1M0 1L.24 1L.76 .5M.42 0L.58 0L.58 .4L.42 .4ZM.54 .34L.54 .09L.46 .09L.46 .26L.54 .26M.5 .4L.5 .55M.5 .63L.5 .75',
      ),
      ring(0.475, 0.165, 0.025, 0.06),
    ),
    on: layers(
      stroked(
        'M.76 1L1 1M0 1L.24 1L.76 1M.42 .25L.58 .25L.58 .65L.42 .65ZM.54 .59L.54 .34L.46 .34L.46 .51L.54 .51M.5 .65L.5 .8M.5 .88L.5 1',
      ),
      ring(0.475, 0.415, 0.025, 0.06),
    ),
  }),
  flowActuatedSwitch: throws(
    'M.8 .1L1 .1M0 .1L.2 .1',
    { off: 'M.28 .13L.76 .61M.5 .35L.5 1L.6 1L.5 .68', on: 'M.28 .1L.72 .1M.5 .1L.5 .85L.6 .85L.5 .53' },
    ring(0.2, 0, 0.08, 0.2),
    ring(0.72, 0, 0.08, 0.2),
  ),
  pressureActuatedSwitch: throws(
    'M.8 .1L1 .1M0 .1L.2 .1',
    {
      off: 'M.28 .13L.76 .61M.5 .35L.5 .74M.39 1C.39 .857 .439 .74 .5 .74C.561 .74 .61 .857 .61 1Z',
      on: 'M.28 .1L.72 .1M.5 .1L.5 .49M.39 .75C.39 .607 .439 .49 .5 .49C.561 .49 .61 .607 .61 .75Z',
    },
    ring(0.2, 0, 0.08, 0.2),
    ring(0.72, 0, 0.08, 0.2),
  ),
  temperatureActuatedSwitch: throws(
    'M.8 .1L1 .1M0 .1L.2 .1',
    {
      off: 'M.28 .13L.76 .61M.5 .35L.5 .64L.57 .64L.57 .81L.5 .81L.5 1',
      on: 'M.28 .1L.72 .1M.5 .1L.5 .39L.57 .39L.57 .56L.5 .56L.5 .75',
    },
    ring(0.2, 0, 0.08, 0.2),
    ring(0.72, 0, 0.08, 0.2),
  ),
  safetyInterlockSwitch: throws(
    'M.8 .34L1 .34M0 .34L.2 .34',
    { off: 'M.25 0L.75 0L.5 .81Z', on: 'M.25 .19L.75 .19L.5 1Z' },
    ring(0.2, 0.27, 0.08, 0.14),
    ring(0.72, 0.27, 0.08, 0.14),
  ),
  temperatureSwitch: throws(
    'M.76 1L1 1',
    { off: 'M0 1L.24 1L.76 .1', on: 'M0 1L.24 1L.76 1' },
    contact(0.43, 0, 0.1, 0.22),
    stroked('M.48 0L.48 .22'),
  ),
  thermostat2: throws(
    'M.8 .86L1 .86M0 .86L.2 .86',
    { off: 'M.28 .82L.76 .2', on: 'M.28 .86L.72 .85' },
    contact(0.2, 0.72, 0.08, 0.28),
    contact(0.72, 0.72, 0.08, 0.28),
    caption('tº', 0.5, 0.2),
  ),
  limitSwitch2: throws(
    'M.8 .84L1 .84M0 .84L.2 .84',
    { off: 'M.28 .8L.76 0M.46 .5L.545 .07L.57 .3', on: 'M.28 .84L.72 .84M.47 .84L.58 .57L.58 .84' },
    contact(0.2, 0.68, 0.08, 0.32),
    contact(0.72, 0.68, 0.08, 0.32),
  ),
  circuitBreaker2: throws('M.8 .8L1 .8M.75 .6L.85 1M.85 .6L.75 1', {
    off: 'M0 .8L.24 .8L.76 0',
    on: 'M0 .8L.24 .8L.8 .8',
  }),
  selectorSwitch3Position2: layers(
    stroked('M0 .5L.2 .5M.68 .06L1 .06M.75 .5L1 .5M.68 .94L1 .94'),
    contact(0.2, 0.435, 0.08, 0.13),
    contact(0.6, 0, 0.08, 0.13),
    contact(0.67, 0.435, 0.08, 0.13),
    contact(0.6, 0.87, 0.08, 0.13),
    byState({
      1: layers(stroked('M.27 .47L.59 .12'), ink('M.52 .12L.61 .095L.565 .22Z')),
      2: layers(stroked('M.28 .5L.64 .5'), ink('M.59 .44L.67 .5L.59 .56Z')),
      3: layers(stroked('M.27 .53L.59 .88'), ink('M.52 .88L.61 .905L.565 .78Z')),
    }),
  ),
  selectorSwitch4Position2: layers(
    stroked('M0 .5L.2 .5M.68 .045L1 .045M.8 .35L1 .35M.8 .65L1 .65M.68 .955L1 .955'),
    contact(0.2, 0.455, 0.08, 0.09),
    contact(0.6, 0, 0.08, 0.09),
    contact(0.72, 0.305, 0.08, 0.09),
    contact(0.72, 0.605, 0.08, 0.09),
    contact(0.6, 0.91, 0.08, 0.09),
    byState({
      1: layers(stroked('M.27 .47L.58 .11'), ink('M.515 .115L.61 .08L.58 .18Z')),
      2: layers(stroked('M.28 .485L.69 .37'), ink('M.62 .34L.72 .36L.64 .43Z')),
      3: layers(stroked('M.28 .515L.69 .63'), ink('M.62 .66L.72 .64L.64 .57Z')),
      4: layers(stroked('M.27 .53L.58 .89'), ink('M.515 .885L.61 .92L.58 .82Z')),
    }),
  ),
  selectorSwitch6Position2: layers(
    stroked('M0 .5L.2 .5M.39 .03L1 .03M.68 .22L1 .22M.8 .405L1 .405M.8 .595L1 .595M.68 .78L1 .78M.39 .97L1 .97'),
    contact(0.2, 0.47, 0.08, 0.06),
    contact(0.31, 0, 0.08, 0.06),
    contact(0.6, 0.19, 0.08, 0.06),
    contact(0.72, 0.375, 0.08, 0.06),
    contact(0.72, 0.565, 0.08, 0.06),
    contact(0.6, 0.75, 0.08, 0.06),
    contact(0.31, 0.94, 0.08, 0.06),
    byState({
      1: layers(stroked('M.25 .47L.34 .08'), ink('M.29 .115L.34 .06L.37 .12Z')),
      2: layers(stroked('M.27 .48L.595 .25'), ink('M.52 .265L.61 .24L.58 .302Z')),
      3: layers(stroked('M.28 .495L.69 .42'), ink('M.63 .405L.72 .415L.65 .455Z')),
      4: layers(stroked('M.28 .505L.69 .58'), ink('M.63 .595L.72 .585L.65 .545Z')),
      5: layers(stroked('M.27 .52L.595 .75'), ink('M.52 .735L.61 .76L.58 .698Z')),
      6: layers(stroked('M.25 .53L.34 .92'), ink('M.29 .885L.34 .94L.37 .88Z')),
    }),
  ),
  shortingSelectorSwitch2: layers(
    stroked('M0 .5L.25 .5'),
    contact(0.25, 0.455, 0.1, 0.09),
    contact(0.75, 0, 0.1, 0.09),
    contact(0.9, 0.305, 0.1, 0.09),
    contact(0.9, 0.605, 0.1, 0.09),
    contact(0.75, 0.91, 0.1, 0.09),
    byState({
      1: layers(
        stroked('M.33 .47L.72 .12'),
        painted('M.617 .044A.21 .17 0 0 1 .818 .182L.766 .198A.15 .13 0 0 0 .617 .092Z'),
      ),
      2: layers(
        stroked('M.34 .49L.83 .375'),
        painted('M.791 .263A.24 .2 0 0 1 .889 .474L.837 .465A.16 .14 0 0 0 .767 .303Z'),
      ),
      3: layers(
        stroked('M.34 .51L.83 .625'),
        painted('M.791 .737A.24 .2 0 0 0 .889 .526L.837 .535A.16 .14 0 0 1 .767 .697Z'),
      ),
      4: layers(
        stroked('M.33 .53L.72 .88'),
        painted('M.617 .956A.21 .17 0 0 0 .818 .818L.766 .802A.15 .13 0 0 1 .617 .908Z'),
      ),
    }),
  ),
  proximityLimitSwitch2: layers(
    stroked('M0 .5L.2 .5M.8 .5L1 .5M.13 .5L.5 0L.87 .5L.5 1Z'),
    throws(
      '',
      { off: 'M.755 .355L.22 .5L.625 .61L.72 .36', on: 'M.76 .43L.235 .5L.615 .66L.72 .44' },
      contact(0.2, 0.445, 0.08, 0.11),
      contact(0.72, 0.445, 0.08, 0.11),
    ),
  ),
  inertiaSwitch2: layers(
    stroked('M0 .85L.2 .85M.8 .85L1 .85'),
    throws(
      '',
      { off: 'M.28 .79L.76 0M.493 .45L.493 .26L.43 .26', on: 'M.28 .85L.76 .85M.51 .85L.51 .26L.43 .26' },
      contact(0.35, 0.1, 0.08, 0.3),
      contact(0.2, 0.7, 0.08, 0.3),
      contact(0.72, 0.7, 0.08, 0.3),
    ),
  ),
  pushbuttonBreak2: layers(
    stroked('M0 .8L.2 .8M.8 .8L1 .8'),
    throws(
      '',
      { off: 'M.24 1L.76 1M.5 1L.5 .1', on: 'M.24 .9L.76 .9M.5 .9L.5 0' },
      contact(0.2, 0.725, 0.08, 0.15),
      contact(0.72, 0.725, 0.08, 0.15),
    ),
  ),
  manualSwitch2: throws('M.8 1L1 1', {
    off: 'M0 1L.25 1L.76 .1M.49 0L.49 .2M.49 .3L.49 .55M.41 0L.57 0',
    on: 'M0 1L.25 1L.8 1M.49 .45L.49 .65M.49 .75L.49 1M.41 .45L.57 .45',
  }),
  twoWayContact2: throws(
    'M0 .5L.21 .5M.67 0L1 0M.67 1L1 1',
    { 1: 'M.28 .46L.67 0', 2: 'M.28 .54L.67 1', neutral: 'M.28 .5L.67 .5' },
    contact(0.2, 0.4, 0.08, 0.2),
  ),
  passingMakeContact2: throws('M1 .7L.77 .7L.93 1', { off: 'M0 .7L.25 .7L.76 0', on: 'M0 .7L.25 .7L.76 .7' }),
  dpst2: throws(
    'M0 .4L.2 .4M.8 .4L1 .4M0 .92L.2 .92M.8 .92L1 .92',
    {
      off: 'M.28 .38L.76 0M.28 .9L.76 .52M.5 .2L.5 .33M.5 .38L.5 .51M.5 .56L.5 .69',
      on: 'M.28 .4L.72 .4M.28 .92L.72 .92M.5 .4L.5 .53M.5 .58L.5 .71M.5 .76L.5 .89',
    },
    contact(0.2, 0.325, 0.08, 0.15),
    contact(0.2, 0.845, 0.08, 0.15),
    contact(0.72, 0.325, 0.08, 0.15),
    contact(0.72, 0.845, 0.08, 0.15),
  ),
  springReturn3: layers(
    stroked('M0 .62L.21 .62'),
    byState({
      off: painted('M.28 .57L.76 0M1 .62L.625 .62L.695 .31L.765 .62'),
      on: painted('M.28 .64L.76 1M1 .62L.625 .62L.695 .93L.765 .62'),
    }),
    contact(0.205, 0.5, 0.08, 0.24),
  ),
  limitSwitch: layers(
    stroked('M0 .16L.2 .16M.8 .16L1 .16'),
    byState({ off: painted('M.725 .75L.24 .16L.515 1L.69 .72'), on: painted('M.76 0L.24 .16L.615 .52L.72 .02') }),
    contact(0.2, 0.04, 0.08, 0.24),
    contact(0.72, 0.04, 0.08, 0.24),
  ),
  dpdt3: throws(
    'M0 .23L.27 .23M0 .79L.27 .79M.74 .05L1 .05M.74 .39L1 .39M.74 .61L1 .61M.74 .95L1 .95',
    {
      1: 'M.37 .215L.69 .105M.37 .775L.69 .665M.515 .17L.515 .245M.515 .28L.515 .355M.515 .39L.515 .465M.515 .5L.515 .575M.515 .61L.515 .685',
      2: 'M.37 .245L.69 .335M.37 .805L.69 .895M.515 .29L.515 .365M.515 .4L.515 .475M.515 .51L.515 .585M.515 .62L.515 .695M.515 .73L.515 .805',
    },
    contact(0.265, 0.18, 0.105, 0.095),
    contact(0.265, 0.745, 0.105, 0.095),
    contact(0.635, 0, 0.105, 0.095),
    contact(0.635, 0.345, 0.105, 0.095),
    contact(0.635, 0.56, 0.105, 0.095),
    contact(0.635, 0.905, 0.105, 0.095),
  ),
  twoPositionSwitch2: throws(
    'M0 .5L.2 .5M.8 .5L1 .5M.5 0L.5 .18M.5 .82L.5 1M.63 .145C.683 .144 .735 .165 .773 .206C.812 .246 .834 .302 .835 .36',
    {
      1: 'M.24 .5C.312 .503 .379 .534 .428 .586C.477 .639 .503 .708 .5 .78M.76 .5C.688 .497 .621 .466 .572 .414C.523 .361 .497 .292 .5 .22M.39 .56L.55 .39M.39 .56L.55 .39M.61 .44L.45 .61M.61 .44L.45 .61',
      2: 'M.76 .5C.688 .503 .621 .534 .572 .586C.523 .639 .497 .708 .5 .78M.24 .5C.312 .497 .379 .466 .428 .414C.477 .361 .503 .292 .5 .22M.61 .56L.45 .39M.61 .56L.45 .39M.39 .44L.55 .61M.39 .44L.55 .61',
    },
    contact(0.2, 0.4575, 0.08, 0.085),
    contact(0.72, 0.4575, 0.08, 0.085),
    contact(0.46, 0.18, 0.08, 0.085),
    contact(0.46, 0.735, 0.08, 0.085),
    inkPainted('M.633 .1L.633 .185L.56 .142ZM.795 .355L.875 .355L.835 .435Z'),
  ),
  threePositionSwitch2: throws(
    'M.5 0L.5 .2M0 1L.215 .825M1 1L.785 .825M.12 .62C.108 .473 .182 .333 .31 .26',
    {
      1: 'M.5 .26C.505 .466 .413 .663 .25 .79',
      2: 'M.5 .26C.495 .466 .587 .663 .75 .79',
      3: 'M.25 .79C.405 .701 .595 .701 .75 .79',
    },
    contact(0.2, 0.74, 0.1, 0.1),
    contact(0.45, 0.21, 0.1, 0.1),
    contact(0.7, 0.74, 0.1, 0.1),
    inkPainted('M.285 .215L.39 .2L.345 .295ZM.07 .63L.18 .61L.14 .71Z'),
  ),
  fourPositionSwitch2: throws(
    'M0 .5L.2 .5M.8 .5L1 .5M.5 0L.5 .18M.5 .82L.5 1M.37 .145C.317 .144 .266 .165 .227 .206C.189 .246 .166 .302 .165 .36',
    {
      1: 'M.32 .7C.367 .651 .432 .623 .5 .623C.568 .623 .633 .651 .68 .7M.32 .3C.367 .349 .432 .377 .5 .377C.568 .377 .633 .349 .68 .3M.46 .37L.46 .63M.54 .37L.54 .63M.28 .5L.72 .5',
      2: 'M.24 .5C.312 .503 .379 .534 .428 .586C.477 .639 .503 .708 .5 .78M.76 .5C.688 .497 .621 .466 .572 .414C.523 .361 .497 .292 .5 .22M.39 .56L.55 .39M.39 .56L.55 .39M.61 .44L.45 .61M.61 .44L.45 .61M.32 .32L.68 .68',
      3: 'M.7 .32C.651 .367 .624 .432 .624 .5C.624 .568 .651 .633 .7 .68M.3 .32C.349 .367 .377 .432 .377 .5C.377 .568 .349 .633 .3 .68M.37 .46L.63 .46M.37 .54L.63 .54M.5 .26L.5 .74',
      4: 'M.76 .5C.688 .503 .621 .534 .572 .586C.523 .639 .497 .708 .5 .78M.24 .5C.312 .497 .379 .466 .428 .414C.477 .361 .503 .292 .5 .22M.61 .56L.45 .39M.61 .56L.45 .39M.39 .44L.55 .61M.39 .44L.55 .61M.68 .32L.32 .68',
    },
    contact(0.2, 0.4575, 0.08, 0.085),
    contact(0.72, 0.4575, 0.08, 0.085),
    contact(0.46, 0.18, 0.08, 0.085),
    contact(0.46, 0.735, 0.08, 0.085),
    inkPainted('M.367 .1L.367 .185L.44 .142ZM.205 .355L.125 .355L.165 .435Z'),
  ),
  pushbuttonMakeSwitch2: throws(
    'M0 .94L.2 .94M.8 .94L1 .94',
    { 1: 'M.5 0L.5 .8M.24 .8L.76 .8', 2: 'M.5 .07L.5 .87M.24 .87L.76 .87' },
    contact(0.2, 0.88, 0.08, 0.12),
    contact(0.72, 0.88, 0.08, 0.12),
  ),
  pushbuttonTwoCircuitSwitch2: throws(
    'M0 .68L.2 .68M.8 .68L1 .68M0 .96L.2 .96M.8 .96L1 .96',
    { 1: 'M.5 0L.5 .73M.24 .73L.76 .73', 2: 'M.5 .18L.5 .91M.24 .91L.76 .91' },
    contact(0.2, 0.92, 0.08, 0.08),
    contact(0.72, 0.92, 0.08, 0.08),
    contact(0.2, 0.64, 0.08, 0.08),
    contact(0.72, 0.64, 0.08, 0.08),
  ),
  timeDelaySwitch: throws(
    'M0 .13L.2 .13M.8 .13L1 .13',
    {
      off: 'M.5 .37L.5 .83M.28 .16L.76 .62M.44 1L.5 .83L.56 1',
      on: 'M.5 .04L.5 .5M.28 .09L.76 0M.44 .67L.5 .5L.56 .67',
    },
    contact(0.2, 0.03, 0.08, 0.19),
    contact(0.72, 0.03, 0.08, 0.19),
  ),
  timeDelaySwitch2: throws('', {
    off: 'M0 .45L.23 .45L.75 0M1 .45L.8 .45M.465 .25L.465 .76M.535 .19L.535 .76M.4 .89C.418 .801 .457 .744 .5 .744C.543 .744 .582 .801 .6 .89',
    on: 'M0 .45L.23 .45L.73 .25M1 .45L.67 .45L.67 .16M.465 .36L.465 .87M.535 .33L.535 .87M.4 1C.418 .911 .457 .854 .5 .854C.543 .854 .582 .911 .6 1',
  }),
  isolatorSwitch2: throws('M1 .8L.8 .8M.8 .6L.8 1', { off: 'M0 .8L.23 .8L.75 0', on: 'M0 .8L.23 .8L.8 .8' }),
  changeoverContactSwitch2: throws('', {
    1: 'M0 1L.25 1L.76 .2M1 0L.67 0L.67 .5M1 1L.8 1',
    2: 'M0 1L.25 1L.77 .6M1 1L.67 1L.67 .5M1 0L.8 0',
  }),
  reedSwitch2: layers(
    painted(
      'M.69 0C.762 0 .82 .224 .82 .5C.82 .633 .806 .76 .782 .854C.758 .948 .725 1 .69 1L.31 1C.238 1 .18 .776 .18 .5C.18 .224 .238 0 .31 0Z',
    ),
    throws('M1 .5L.65 .5', { off: 'M0 .5L.35 .5L.65 .25', on: 'M0 .5L.35 .5L.65 .5' }),
  ),
});

export const ELECTRICAL_SWITCHES: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(SWITCHES).map(([name, glyph]) => [`mxgraph.electrical.electro-mechanical.${name}`, glyphShape(glyph)]),
);
