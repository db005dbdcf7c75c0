/**
 * Tables written in HTML inside a .md file, as converters leave them where Markdown's own tables cannot hold a cell of several lines.
 * They are rewritten as Markdown rows, one a line, in exactly the same number of characters: every offset stays.
 */

const OPENING = /<table[\s>]/giu;
const CLOSING = /<\/table\s{0,3}>/giu;
const TOKEN =
  /<(?<close>\/?)(?<tag>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)(?<attributes>\s[^<>]{0,300})?>|<\/(?:p|div|li)>|[\r\n|]/giu;
/** More columns or rows are a mistake of the converter. */
const WIDEST_SPAN = 50;

/** The source with HTML tables as rows of pipes; the source itself if it has none. A table that is never closed is left as it is. */
export function pipeTables(source: string): string {
  const closings = new RegExp(CLOSING);
  let written = '';
  let at = 0;
  for (const opening of source.matchAll(OPENING)) {
    if (opening.index < at) continue;
    closings.lastIndex = opening.index;
    const closing = closings.exec(source);
    if (closing === null) break;
    const end = closing.index + closing[0].length;
    written += source.slice(at, opening.index) + pipeTable(source.slice(opening.index, end));
    at = end;
  }
  return written + source.slice(at);
}

function pipeTable(table: string): string {
  const rows = new Rows();
  let written = '';
  let at = 0;
  for (const match of table.matchAll(TOKEN)) {
    const [token] = match;
    const { close, tag, attributes = '' } = match.groups ?? {};
    const instead = tag === undefined ? rows.inside(token) : rows.tag(tag.toLowerCase(), close === '/', attributes);
    written += table.slice(at, match.index) + instead.padEnd(token.length);
    at = match.index + token.length;
  }
  return written + table.slice(at);
}

/** The row that is being written, and the cells of rows above that reach into it. */
class Rows {
  private open = false;
  private column = 0;
  private columns = 1;
  /** By column: rows below that a cell still covers. */
  private readonly covered: number[] = [];

  /** A row is one line, and the paragraphs of a cell are its lines. */
  inside(token: string): string {
    return token.length > 1 && this.open ? '<br>' : '';
  }

  tag(tag: string, closing: boolean, attributes: string): string {
    if (tag === 'td' || tag === 'th') return closing ? this.cellEnd() : this.cell(attributes);
    if (tag !== 'tr' && tag !== 'table') return '';
    const line = this.open ? this.rowEnd() : tag === 'table' ? '\n' : '';
    this.open = tag === 'tr' && !closing;
    this.column = 0;
    return line;
  }

  private cell(attributes: string): string {
    this.open = true;
    const skipped = this.skipCovered();
    this.columns = span(attributes, 'colspan');
    const below = span(attributes, 'rowspan') - 1;
    for (let i = 0; i < this.columns; i++) this.covered[this.column + i] = below;
    this.column += this.columns;
    return '|'.repeat(Math.min(skipped + 1, 4));
  }

  private cellEnd(): string {
    return '|'.repeat(Math.min(this.columns - 1, 4));
  }

  private rowEnd(): string {
    for (let i = this.column; i < this.covered.length; i++) this.covered[i] = Math.max(0, (this.covered[i] ?? 0) - 1);
    return '|\n';
  }

  private skipCovered(): number {
    let skipped = 0;
    for (let rows = this.covered[this.column] ?? 0; rows > 0; rows = this.covered[this.column] ?? 0) {
      this.covered[this.column] = rows - 1;
      this.column++;
      skipped++;
    }
    return skipped;
  }
}

function span(attributes: string, name: 'colspan' | 'rowspan'): number {
  const written = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'iu').exec(attributes)?.[1];
  return Math.min(Math.max(1, Number(written ?? 1)), WIDEST_SPAN);
}
