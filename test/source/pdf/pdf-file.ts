/** PDF files for tests, written object by object: text at its places in a font that tells (or does not tell) which letters it draws. */

/** A line of text whose baseline begins at a point, in points from the lower left corner. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size?: number;
}

export interface Page {
  lines?: readonly Line[];
  /** Rules of tables: from, to. */
  rules?: readonly (readonly [number, number, number, number])[];
  /** A picture over the whole page, as a scanner makes it. */
  picture?: boolean;
}

export interface PdfOptions {
  /** What the font says that a letter means; the letter itself if absent. */
  meaning?: (letter: string) => string;
  /** Entries of the trailer: /Encrypt. */
  trailer?: string;
}

const WIDTH = 595;
const HEIGHT = 842;
/** Width of every letter, in thousandths of the size. */
const ADVANCE = 500;

/** The bytes of a PDF of these pages (A4). */
export function pdfFile(
  pages: readonly Page[],
  { meaning = (letter) => letter, trailer = '' }: PdfOptions = {},
): Uint8Array {
  const letters = [...new Set(pages.flatMap(({ lines = [] }) => lines.flatMap(({ text }) => [...text])))];
  const code = new Map(letters.map((letter, i) => [letter, hex(i + 1)]));
  const objects: string[] = [];
  const put = (object: string): number => objects.push(object);
  put('<</Type/Catalog/Pages 2 0 R>>');
  put(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}]>>`);
  put('<</Type/Font/Subtype/Type0/BaseFont/Thu/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>');
  put(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Thu/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${ADVANCE}/FontDescriptor<</Type/FontDescriptor/FontName/Thu/Flags 4/Ascent 800/Descent -200/CapHeight 700/ItalicAngle 0/StemV 80/FontBBox[0 -200 1000 800]>>>>`,
  );
  put(stream(toUnicode(letters.map((letter, i) => [hex(i + 1), meaning(letter)]))));
  put(stream('0', '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'));
  for (const page of pages) {
    const content = objects.length + 2;
    put(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Contents ${content} 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>`,
    );
    put(contentOf(page, code));
  }
  return assemble(objects, trailer);
}

/** A file of objects numbered from 1, with its table of contents. */
export function assemble(objects: readonly string[], trailer = ''): Uint8Array {
  const parts: string[] = ['%PDF-1.4\n'];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`;
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

function stream(content: string, entries = ''): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function contentOf({ lines = [], rules = [], picture = false }: Page, code: ReadonlyMap<string, string>): string {
  const drawn = lines.map(
    ({ text, x, y, size = 12 }) =>
      `BT /F ${size} Tf ${x} ${y} Td <${[...text].map((letter) => code.get(letter) ?? '').join('')}> Tj ET`,
  );
  const ruled = rules.map(([fromX, fromY, toX, toY]) => `${fromX} ${fromY} m ${toX} ${toY} l S`);
  const scanned = picture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`] : [];
  return stream([...scanned, ...ruled, ...drawn].join('\n'));
}

function toUnicode(entries: readonly (readonly [string, string])[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const some = entries.slice(i, i + 100);
    blocks.push(
      `${some.length} beginbfchar\n${some.map(([from, to]) => `<${from}> <${utf16(to)}>`).join('\n')}\nendbfchar`,
    );
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Thu def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');
}
