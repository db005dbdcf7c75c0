/** The year, or the years, that words name: "đến năm 2030", "giai đoạn 2026 - 2030". */

export interface Years {
  year: number | null;
  period: { from: number; to: number } | null;
}

/** Not "so với năm 2025": that is what a figure is compared with. */
const NAMED =
  /(?<!\p{L})(?<!so với (?:cuối )?)(?<!so (?:với )?)(?:năm|giai đoạn|nhiệm kỳ|thời kỳ)\s{1,3}(20\d{2})(?:\s{0,2}[-–]\s{0,2}(20\d{2}))?(?!\d)/iu;

/** The first year or period named in a text; both null if none is. */
export function yearsIn(text: string): Years {
  const match = NAMED.exec(text);
  if (match === null) return { year: null, period: null };
  const from = Number(match[1]);
  const to = match[2] === undefined ? null : Number(match[2]);
  return to === null || to <= from ? { year: from, period: null } : { year: null, period: { from, to } };
}
