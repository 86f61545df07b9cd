/** Dates in labels, as draw.io writes them by a mask. */
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/layout/dateMask.js';

const date = new Date(2024, 2, 1, 9, 5, 7);

describe('formatDate', () => {
  it('follows the mask and keeps quoted text', () => {
    expect(formatDate(date, 'yyyy-mm-dd HH:MM:ss')).toBe('2024-03-01 09:05:07');
    expect(formatDate(date, 'dddd, d mmm yy h:MM tt')).toBe('Friday, 1 Mar 24 9:05 am');
    expect(formatDate(date, '"day" dS')).toBe('day 1st');
  });

  it('knows masks by name, and one for none', () => {
    expect(formatDate(date, 'isoDate')).toBe('2024-03-01');
    expect(formatDate(date, 'shortTime')).toBe('9:05 AM');
    expect(formatDate(date, '')).toBe('Fri Mar 01 2024 09:05:07');
  });

  it('shows the time in Greenwich where the mask asks for it', () => {
    const moment = new Date(Date.UTC(2024, 2, 1, 23, 5, 7));
    expect(formatDate(moment, 'isoUtcDateTime')).toBe('2024-03-01T23:05:07Z');
    expect(formatDate(moment, 'UTC:HH o Z')).toBe('23 +0000 UTC');
  });

  it('counts hundredths of a second as draw.io does', () => {
    expect(formatDate(new Date(2024, 2, 1, 9, 5, 7, 42), 'l L')).toBe('042 42');
    expect(formatDate(new Date(2024, 2, 1, 9, 5, 7, 123), 'l L')).toBe('123 12');
  });
});
