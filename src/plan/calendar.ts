/** The calendar of deadlines: ISO days (`2026-12-15`), and months, quarters, half-years and years as intervals of days. */
import type { Interval } from './plan.js';

/** Number of days of a month in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO day of three numbers; null if there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The ISO day that lies `count` days after another (before it, if negative). */
export function addDays(iso: string, count: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + count);
  return day.toISOString().slice(0, 10);
}

/** First to last day of the months `from` to `to` of a year, both included. */
export function monthsInterval(year: number, from: number, to: number): Interval {
  return { from: `${year}-${pad(from)}-01`, to: `${year}-${pad(to)}-${pad(daysInMonth(year, to))}` };
}

/** Year of an ISO day. */
export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}

/** An ISO day as documents write it: day and the months 1 and 2 with a leading zero (NĐ 30/2020, PL I, Mục II.4.b): `06/3/2026`, `15/02/2026`. */
export function formatDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
