/** Text in XML 1.0: escaped, without the characters that it forbids. */

/** What no XML 1.0 document may hold, not even escaped: control characters, halves of surrogate pairs, non-characters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Marks of XML; white space that a parser would change in attributes; what a terminal would obey or hide. */
const ESCAPED = /[&<>"'\t\n\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for an attribute or an element. A forbidden character becomes U+FFFD. */
function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(ESCAPED, (char) => NAMED[char] ?? `&#${char.codePointAt(0) ?? 0xfffd};`);
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** `<name a="1" b="2"/>`, or with children on lines of their own; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  if (children.length === 0) return `<${name}${written(attributes)}/>`;
  return [`<${name}${written(attributes)}>`, ...children.map(indented), `</${name}>`].join('\n');
}

/** `<name a="1">text</name>`. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${written(attributes)}>${xmlText(text)}</${name}>`;
}

/** A whole document with this element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
}

/** Line breaks of the text itself are escaped, so that only those between elements are left. */
function indented(lines: string): string {
  return lines.replace(/^/gmu, '  ');
}
