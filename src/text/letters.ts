/** Letters in the order in which points (điểm) are lettered: NĐ 30/2020, PL I, Mục II.6.đ; no ă, â, f, j, w, z as real documents use it. */
const POINT_LETTERS = [
  'a',
  'b',
  'c',
  'd',
  'đ',
  'e',
  'g',
  'h',
  'i',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'q',
  'r',
  's',
  't',
  'u',
  'v',
  'x',
  'y',
] as const;

/** Place of a point letter in its order, 1-based; null if no point may bear it. */
export function letterOrdinal(letter: string): number | null {
  const index = (POINT_LETTERS as readonly string[]).indexOf(letter.toLowerCase());
  return index < 0 ? null : index + 1;
}

/** Letter of a place in the order; null past the end. */
export function ordinalLetter(ordinal: number): string | null {
  return POINT_LETTERS[ordinal - 1] ?? null;
}
