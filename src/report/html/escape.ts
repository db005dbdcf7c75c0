/**
 * Markup that can only be made safely: `html` escapes every text put into it, whatever it is. Documents, file names and messages are untrusted.
 * Elements are written as XML would have them (quoted attributes, closed elements), so that tests can parse a page strictly.
 */

/** Markup made by `html`; nothing else becomes markup. */
export class Html {
  private readonly markup: string;

  constructor(parts: readonly string[]) {
    this.markup = parts.join('');
  }

  toString(): string {
    return this.markup;
  }
}

/** What may be put into a template: text is escaped; lists are joined; null, undefined and false are nothing. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** Invisible characters without a meaning in Vietnamese: soft hyphen, zero-width space and joiners, byte order mark. */
const DROPPED = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Control characters, marks of reading direction, tags, halves of a pair, no characters at all: what a reader would not see is shown as "�". */
const SHOWN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const SPECIAL = /[&<>"'`]/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Markup from a template. Attributes that take a value must be quoted in it. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.flatMap((literal, i) => [literal, markupOf(values[i])]));
}

/** The text as a page may show it: nothing that hides, reorders or ends what follows. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(DROPPED, '')
    .replace(SHOWN, '\ufffd');
}

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return visibleText(value).replace(SPECIAL, (char) => ENTITIES[char] ?? '');
  if (typeof value === 'number') return String(value);
  return value instanceof Html ? value.toString() : value.map(markupOf).join('');
}
