/** The signals by which a process that serves or works is told to end. */

/** The first of them that comes. A second one ends the process at once, as it does without us. */
export const nextSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve);
  });
