/** Roman numerals as section labels and congress numbers use them. */

const VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Roman numeral in upper case, 1 to 399; null if it is not written as Romans are ("IIII", "VX"). */
export function parseRoman(text: string): number | null {
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charAt(i)];
    if (value === undefined) return null;
    const next = VALUES[text.charAt(i + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total > 0 && toRoman(total) === text ? total : null;
}

/** Roman numeral of a whole number from 1 to 399. */
export function toRoman(value: number): string {
  const parts: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let roman = '';
  for (const [size, letters] of parts) {
    while (rest >= size) {
      roman += letters;
      rest -= size;
    }
  }
  return roman;
}
