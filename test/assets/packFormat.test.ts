/** How stencils are packed. Added packs outlive the version that wrote them: a change here needs another PACK_FORMAT. */
import { expect, test } from 'vitest';
import { AssetPack } from '../../src/assets/assetPack.js';
import { NO_ASSETS } from '../../src/assets/assets.js';
import { packAssets } from '../../src/cli/assets/packing.js';
import { Archive } from '../../src/decode/archive.js';
import { PACK_FORMAT } from '../../src/platform/node/userAssets.js';
import { unpackStencil } from '../../src/shapes/stencils/packedStencil.js';

const LIBRARY = `<shapes name="mxgraph.every"><shape name="Each" w="20" h="10" aspect="fixed" strokewidth="inherit">
<connections><constraint x="0" y="0.5" perimeter="1" name="W"/></connections>
<background><save/><rect x="1" y="2" w="3" h="4"/><fillstroke/></background>
<foreground><restore/><ellipse x="1" y="2" w="3" h="4"/><fill/><roundrect x="1" y="2" w="3" h="4" arcsize="6"/><stroke/>
<path rounded="1" arcSize="5"><move x="1" y="2"/><line x="3" y="4"/></path>
<path><move x="0" y="0"/><quad x1="1" y1="2" x2="3" y2="4"/><curve x1="1" y1="2" x2="3" y2="4" x3="5" y3="6"/>
<arc rx="1" ry="2" x-axis-rotation="3" large-arc-flag="1" sweep-flag="0" x="4" y="5"/><close/></path>
<image x="1" y="2" w="3" h="4" src="a.png" flipH="1"/><text str="s" x="1" y="2" align="center" valign="middle" vertical="1"/>
<include-shape name="mxgraph.other.one" x="1" y="2" w="3" h="4"/><fillcolor color="fillColor2" default="#ff0000"/>
<strokecolor color="none"/><fontcolor color="#00ff00"/><strokewidth width="2" fixed="1"/><alpha alpha="0.5"/>
<dashed dashed="1"/><dashpattern pattern="3 1"/><linecap cap="round"/><linejoin join="bevel"/><miterlimit limit="4"/>
<fontsize size="9"/><fontstyle style="1"/><fontfamily family="Arial"/></foreground></shape></shapes>`;

test('a stencil with every command, in the format of this number', () => {
  const { archives } = packAssets({ paths: ['stencils/every.xml'], read: () => Buffer.from(LIBRARY) });
  const entry = Archive.open(archives.get('stencils/every.mxa') as Uint8Array).entry('each');
  expect({
    format: PACK_FORMAT,
    bytes: Buffer.from(entry as Uint8Array).toString('base64'),
    stencil: unpackStencil(entry as Uint8Array),
  }).toMatchInlineSnapshot(`
    {
      "bytes": "ACIEEQgABRIGEwcBAgkLDA8DAAEBAQEBAQEBAQEBAQEBAQEAxwhbeyJ3aWR0aCI6MjAsImhlaWdodCI6MTAsImZpeGVkQXNwZWN0Ijp0cnVlLCJzdHJva2VXaWR0aCI6ImluaGVyaXQiLCJjb25uZWN0aW9uUG9pbnRzIjpbeyJ4IjowLCJ5IjowLjUsInBlcmltZXRlciI6dHJ1ZSwibmFtZSI6IlcifV0sImxhYmVsQm91bmRzIjpbXX0seyJraW5kIjoicGF0aCIsImNvbW1hbmRzIjpbeyJraW5kIjoibW92ZSIsIngiOjEsInkiOjJ9LHsia2luZCI6ImxpbmUiLCJ4IjozLCJ5Ijo0fV0sInJvdW5kaW5nIjo1fSx7ImtpbmQiOiJpbWFnZSIsIngiOjEsInkiOjIsInciOjMsImgiOjQsInNvdXJjZSI6ImEucG5nIiwiZmxpcEgiOnRydWUsImZsaXBWIjpmYWxzZX0seyJraW5kIjoidGV4dCIsIngiOjEsInkiOjIsInRleHQiOiJzIiwiYWxpZ24iOiJjZW50ZXIiLCJ2ZXJ0aWNhbEFsaWduIjoibWlkZGxlIiwidmVydGljYWwiOnRydWUsInJvdGF0aW9uIjowLCJhbGlnbnNXaXRoU2hhcGUiOnRydWUsImZsaXBzV2l0aFNoYXBlIjp0cnVlLCJwbGFjZWhvbGRlcnMiOmZhbHNlfSx7ImtpbmQiOiJpbmNsdWRlIiwibmFtZSI6Im14Z3JhcGgub3RoZXIub25lIiwieCI6MSwieSI6MiwidyI6MywiaCI6NH0seyJraW5kIjoiZmlsbENvbG9yIiwiY29sb3IiOnsidmFsdWUiOiJmaWxsQ29sb3IyIiwiZmFsbGJhY2siOiIjZmYwMDAwIn19LHsia2luZCI6InN0cm9rZUNvbG9yIiwiY29sb3IiOnsidmFsdWUiOiJub25lIn19LHsia2luZCI6ImZvbnRDb2xvciIsImNvbG9yIjp7InZhbHVlIjoiIzAwZmYwMCJ9fSx7ImtpbmQiOiJzdHJva2VXaWR0aCIsIndpZHRoIjoyLCJmaXhlZCI6dHJ1ZX0seyJraW5kIjoiYWxwaGEiLCJhbHBoYSI6MC41fSx7ImtpbmQiOiJkYXNoZWQiLCJkYXNoZWQiOnRydWV9LHsia2luZCI6ImRhc2hQYXR0ZXJuIiwibGVuZ3RocyI6WzMsMV19LHsia2luZCI6ImxpbmVDYXAiLCJjYXAiOiJyb3VuZCJ9LHsia2luZCI6ImxpbmVKb2luIiwiam9pbiI6ImJldmVsIn0seyJraW5kIjoibWl0ZXJMaW1pdCIsImxpbWl0Ijo0fSx7ImtpbmQiOiJmb250U2l6ZSIsInNpemUiOjl9LHsia2luZCI6ImZvbnRTdHlsZSIsInN0eWxlIjoxfSx7ImtpbmQiOiJmb250RmFtaWx5IiwiZmFtaWx5IjoiQXJpYWwifV0CBAYIAAAGCAAABggMAQMCBAQEAwMEBAQEAgIGAQE=",
      "format": 2,
      "stencil": {
        "background": [
          {
            "kind": "save",
          },
          {
            "h": 4,
            "kind": "rect",
            "w": 3,
            "x": 1,
            "y": 2,
          },
          {
            "kind": "fillstroke",
          },
        ],
        "connectionPoints": [
          {
            "name": "W",
            "perimeter": true,
            "x": 0,
            "y": 0.5,
          },
        ],
        "fixedAspect": true,
        "foreground": [
          {
            "kind": "restore",
          },
          {
            "h": 4,
            "kind": "ellipse",
            "w": 3,
            "x": 1,
            "y": 2,
          },
          {
            "kind": "fill",
          },
          {
            "arcSize": 6,
            "h": 4,
            "kind": "roundrect",
            "w": 3,
            "x": 1,
            "y": 2,
          },
          {
            "kind": "stroke",
          },
          {
            "commands": [
              {
                "kind": "move",
                "x": 1,
                "y": 2,
              },
              {
                "kind": "line",
                "x": 3,
                "y": 4,
              },
            ],
            "kind": "path",
            "rounding": 5,
          },
          {
            "commands": [
              {
                "kind": "move",
                "x": 0,
                "y": 0,
              },
              {
                "kind": "quad",
                "x1": 1,
                "x2": 3,
                "y1": 2,
                "y2": 4,
              },
              {
                "kind": "curve",
                "x1": 1,
                "x2": 3,
                "x3": 5,
                "y1": 2,
                "y2": 4,
                "y3": 6,
              },
              {
                "kind": "arc",
                "largeArc": true,
                "rotation": 3,
                "rx": 1,
                "ry": 2,
                "sweep": false,
                "x": 4,
                "y": 5,
              },
              {
                "kind": "close",
              },
            ],
            "kind": "path",
            "rounding": undefined,
          },
          {
            "flipH": true,
            "flipV": false,
            "h": 4,
            "kind": "image",
            "source": "a.png",
            "w": 3,
            "x": 1,
            "y": 2,
          },
          {
            "align": "center",
            "alignsWithShape": true,
            "flipsWithShape": true,
            "kind": "text",
            "placeholders": false,
            "rotation": 0,
            "text": "s",
            "vertical": true,
            "verticalAlign": "middle",
            "x": 1,
            "y": 2,
          },
          {
            "h": 4,
            "kind": "include",
            "name": "mxgraph.other.one",
            "w": 3,
            "x": 1,
            "y": 2,
          },
          {
            "color": {
              "fallback": "#ff0000",
              "value": "fillColor2",
            },
            "kind": "fillColor",
          },
          {
            "color": {
              "value": "none",
            },
            "kind": "strokeColor",
          },
          {
            "color": {
              "value": "#00ff00",
            },
            "kind": "fontColor",
          },
          {
            "fixed": true,
            "kind": "strokeWidth",
            "width": 2,
          },
          {
            "alpha": 0.5,
            "kind": "alpha",
          },
          {
            "dashed": true,
            "kind": "dashed",
          },
          {
            "kind": "dashPattern",
            "lengths": [
              3,
              1,
            ],
          },
          {
            "cap": "round",
            "kind": "lineCap",
          },
          {
            "join": "bevel",
            "kind": "lineJoin",
          },
          {
            "kind": "miterLimit",
            "limit": 4,
          },
          {
            "kind": "fontSize",
            "size": 9,
          },
          {
            "kind": "fontStyle",
            "style": 1,
          },
          {
            "family": "Arial",
            "kind": "fontFamily",
          },
        ],
        "height": 10,
        "labelBounds": [],
        "strokeWidth": "inherit",
        "width": 20,
      },
    }
  `);
});

test('images that are alike are packed once, and found under each of their names', () => {
  const bytes = new Map([
    ['img/one/a.png', Buffer.from('alike')],
    ['img/one/b.png', Buffer.from('alike')],
    ['img/two/c.png', Buffer.from('alike')],
    ['img/two/d.png', Buffer.from('other')],
  ]);
  const { archives, icons } = packAssets({ paths: [...bytes.keys()], read: (path) => bytes.get(path) as Buffer });
  expect(icons).toBe(4);
  const two = Archive.open(archives.get('images/img/two.mxa') as Uint8Array);
  expect(two.names()).toEqual(['img/two/c.png', 'img/two/d.png']);
  expect([two.entry('img/two/c.png'), two.sameAs('img/two/c.png')]).toEqual([undefined, 'img/one/a.png']);
  const pack = new AssetPack({ ...NO_ASSETS, file: (path) => archives.get(path) });
  for (const [path, image] of bytes) {
    expect(pack.image(path)).toBe(`data:image/png;base64,${image.toString('base64')}`);
  }
});
