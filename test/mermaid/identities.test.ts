/** What draw.io knows the parts of diagrams by: the names that draw.io 30.2.7 gives the cells of the same texts. */
import { describe, expect, test } from 'vitest';
import { parseXml, type XmlElement } from '../../src/decode/xml.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';

function identitiesOf(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (element: XmlElement): void => {
    const name = element.attributes.get('mermaidId');
    if (name !== undefined) found.push(name);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(parseXml(mermaidToDrawio(text, { systemFonts: 'none' })));
  return found.sort();
}

describe('cells have the names that draw.io gives them', () => {
  test.each([
    [
      'mindmap\n  root((Trip))\n    Where\n      Sea\n      Hills\n    When',
      'e:mm0->mm1#0 e:mm0->mm4#0 e:mm1->mm2#0 e:mm1->mm3#0 n:mm0 n:mm1 n:mm2 n:mm3 n:mm4',
    ],
    [
      'sequenceDiagram\nA->>B: a\nNote over A,B: x\nalt y\nA->>B: b\nelse z\nB->>A: c\nend\nloop w\nA->>B: d\nend\nNote right of B: v',
      'e:A->B#0 e:A->B#1 e:A->B#2 e:B->A#0 n:A n:B n:f0 n:f1 n:note0 n:note1',
    ],
    // Coloured grounds count too.
    ['sequenceDiagram\nrect red\nopt y\nA->>B: b\nend\nend', 'e:A->B#0 n:A n:B n:f1'],
    [
      'gantt\ndateFormat YYYY-MM-DD\nsection Beds\nDig :done, a, 2026-03-02, 6d\nEnd :milestone, d, 2026-04-01, 0d',
      'n:task:a n:task:d',
    ],
    [
      'journey\nsection Home\nWake up: 2: Me\nCoffee: 5: Me, Cat\nsection Way\nBus: 3: Me',
      'n:actor:Cat n:actor:Me n:section:0 n:section:1 n:task:0:0 n:task:0:1 n:task:1:0',
    ],
    ['gitGraph\ncommit id: "a"\nbranch dev\ncommit id: "b"', 'n:branch:dev n:branch:main n:commit:a n:commit:b'],
    ['kanban\n  todo[To do]\n    a[Write]\n    b[Call]\n  done[Done]', 'n:card:a n:card:b n:column:done n:column:todo'],
    ['packet-beta\n0-15: "Source"\n16-31: "Target"', 'n:bits:0-15 n:bits:16-31'],
    ['pie\n"Sleep" : 8\n"Work" : 9', 'n:slice:Sleep n:slice:Work'],
    [
      'quadrantChart\nquadrant-1 Plan\nSearch: [0.2, 0.8]',
      'n:point:Search n:quadrant:0 n:quadrant:1 n:quadrant:2 n:quadrant:3',
    ],
    ['radar-beta\naxis d, w, c\ncurve a["Ana"]{4, 3, 5}\nmax 5', 'n:curve:Ana'],
    ['sankey-beta\nSun,Panels,60\nPanels,House,40', 'e:Panels->House#0 e:Sun->Panels#0 n:House n:Panels n:Sun'],
    [
      'timeline\nsection Wires\n1876 : Patent\n1915 : Coast : Wage\nsection Air\n1973 : Mobile',
      'n:event:0:0 n:event:1:0 n:event:1:1 n:event:2:0 n:section:0 n:section:1 n:task:0 n:task:1 n:task:2',
    ],
    ['treemap-beta\n"Home"\n  "Music": 25\n  "Logs": 15', 'n:leaf:Logs n:leaf:Music n:section:Home'],
    ['xychart-beta\nx-axis [jan, feb]\nbar [40, 65]\nline [35, 60]', 'n:bar:0:0 n:bar:0:1 n:line:1'],
  ])('%j', (text, names) => {
    expect(identitiesOf(text)).toEqual(names.split(' ').sort());
  });
});
