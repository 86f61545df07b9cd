/** A process like that of a fuzz run, which does at once what a case must never do: its index says what. */
import type { Request } from './child.js';

const DEEDS: Readonly<Record<number, () => void>> = {
  1: () => process.abort(),
  2: () => {
    for (;;);
  },
  3: () => {
    const all: unknown[] = [];
    for (;;) all.push(new Array(1000).fill(all.length));
  },
  4: () => process.exit(7),
};

process.on('message', (request: Request) => {
  if (request.kind === 'end') process.exit();
  if (request.kind === 'index') DEEDS[request.index]?.();
  process.send?.({ outcome: 'alive', seconds: 0 });
});
process.send?.('ready');
