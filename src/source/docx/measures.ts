/** Lengths in WordprocessingML: a bare number in the unit of the attribute, or a number with its unit (ISO/IEC 29500-1, 22.9.2.15). */

const POINTS: Record<string, number> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 };
const TWENTIETHS = 20;
const MM_PER_POINT = 25.4 / 72;

/** Points of a length; a bare number counts in parts of a point, `perPoint` of them. Null if it is no length. */
function points(text: string | null, perPoint: number): number | null {
  const match = /^\s*(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?\s*$/u.exec(text ?? '');
  if (match === null) return null;
  const [, digits, unit] = match;
  return unit === undefined ? Number(digits) / perPoint : Number(digits) * (POINTS[unit] ?? 1);
}

/** A length of a page ("1134" twentieths of a point, "20mm") in millimetres, to a tenth. */
export function millimetres(text: string | null): number | null {
  const length = points(text, TWENTIETHS);
  return length === null ? null : Math.round(length * MM_PER_POINT * 10) / 10;
}

/** The size of letters ("28" half-points, "14pt") in half-points. */
export function halfPoints(text: string | null): number | null {
  const size = points(text, 2);
  return size === null ? null : size * 2;
}
