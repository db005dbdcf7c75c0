/**
 * Letters of symbol fonts as the signs that a reader sees. Such fonts have no Unicode: Word keeps their signs at U+F000 and the place in the
 * font, in `w:sym` as in plain text. Places after the tables of Adobe Symbol and Microsoft Wingdings; only signs that occur in plans.
 */

/** What stands for a sign that is not known. */
const OTHER = '•';

const SYMBOL: Record<number, string> = {
  45: '−',
  68: 'Δ',
  87: 'Ω',
  97: 'α',
  98: 'β',
  109: 'µ',
  163: '≤',
  165: '∞',
  172: '←',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  222: '⇒',
  229: '∑',
};

const WINGDINGS: Record<number, string> = {
  34: '✂',
  40: '☎',
  42: '✉',
  108: '●',
  110: '■',
  111: '☐',
  113: '❑',
  117: '◆',
  118: '❖',
  161: '○',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** Text in a font as a reader sees it, letter for letter. */
export function withSigns(text: string, font: string | null): string {
  return /[\uf020-\uf0ff]/u.test(text)
    ? text.replace(/[\uf020-\uf0ff]/gu, (letter) => sign(letter.charCodeAt(0), font))
    : text;
}

/** The sign of a `w:sym`: `char` is its place in hexadecimal digits. */
export function signOf(char: string | null, font: string | null): string {
  const code = /^[\da-f]{1,4}$/iu.test(char ?? '') ? Number.parseInt(char ?? '', 16) : null;
  if (code === null) return OTHER;
  return code < 0x100 || (code >= 0xf000 && code <= 0xf0ff) ? sign(code, font) : String.fromCharCode(code);
}

function sign(code: number, font: string | null): string {
  const place = code & 0xff;
  const table = /wingdings/iu.test(font ?? '') ? WINGDINGS : /symbol/iu.test(font ?? '') ? SYMBOL : {};
  return table[place] ?? OTHER;
}
