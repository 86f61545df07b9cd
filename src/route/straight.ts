/** No edge style: a line through the waypoints. */
import type { Router } from './router.js';

export const routeStraight: Router = (request) => request.waypoints;
