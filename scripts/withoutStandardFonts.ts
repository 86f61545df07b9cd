/** pdf-lib holds the metrics of PDF's fourteen standard fonts; our documents bring the fonts that they are set in. */
const METRICS = /standard-fonts[\\/][A-Z][\w-]*\.compressed\.json$/;

/** Leaves the metrics out: pdf-lib would fail on the first that it looked for. */
export const withoutStandardFonts = {
  name: 'without-standard-fonts',
  load: (id: string) => (METRICS.test(id) ? { code: '""', moduleType: 'json' as const } : undefined),
};
