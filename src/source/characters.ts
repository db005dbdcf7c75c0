/** Characters that stand in files in place of others, or for nothing at all. */

/** Cyrillic and other letters that look Latin and slip into typed texts ("củа"); folded inside Latin words only. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  Ð: 'Đ',
  ð: 'đ',
  Ɖ: 'Đ',
};

/** Zero-width spaces and joiners, soft hyphen, byte order mark, direction marks and other control characters: no text. */
const INVISIBLE = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0000-\u001f\u007f-\u009f]$/u;

/** Whether a character shows nothing and takes no room. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/** Letters of other scripts inside Latin words as the Latin ones that they look like. The length stays. */
export function foldLookalikes(text: string): string {
  if (!/[\u0400-\u04ffÐðƉ]/u.test(text)) return text;
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    /[A-Za-zÀ-ỹ]/u.test(word) || /^[ÐðƉ]$/u.test(word)
      ? word.replace(/[\u0400-\u04ffÐðƉ]/gu, (letter) => LOOKALIKES[letter] ?? letter)
      : word,
  );
}
