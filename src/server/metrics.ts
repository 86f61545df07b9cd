/** The server's numbers for Prometheus. */
import type * as PromClient from 'prom-client';
import type { DrawingPool } from './pool.js';

export interface Metrics {
  /** Counts an answer of a face, and the seconds that it took. */
  count(face: string, status: number, seconds: number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** Seconds: a picture takes less than a thousandth or as long as it may. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(prom: typeof PromClient, pool: DrawingPool<never, unknown>): Metrics {
  const registry = new prom.Registry();
  prom.collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new prom.Histogram({
    name: 'mxsvg_request_seconds',
    help: 'How long requests took, with the time that they waited for a thread.',
    labelNames: ['face', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const gauges = {
    waiting: 'Drawings that wait for a thread.',
    running: 'Drawings on a thread.',
    replaced: 'Threads that were given up over a drawing.',
  } as const;
  for (const [name, help] of Object.entries(gauges)) {
    new prom.Gauge({
      name: `mxsvg_drawings_${name}`,
      help,
      registers,
      collect() {
        this.set(pool[name as keyof typeof gauges]);
      },
    });
  }
  return {
    count: (face, status, took) => seconds.observe({ face, status: String(status) }, took),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
