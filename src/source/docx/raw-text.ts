/** The characters of a Word document in the order in which they are read, each with the XML element that holds it. */

/** An element that holds text or stands for a character: `w:t`, `w:tab`, `w:br` … */
export interface Leaf {
  /** Name of the part: "word/document.xml". */
  part: string;
  /** Among all such elements of the part, in document order, from 0. */
  index: number;
  /** Where its characters begin among all characters read. */
  start: number;
  length: number;
  /** Characters of the element before the first one read: spaces that Word does not show. */
  skipped: number;
}

/** A paragraph as read. */
interface RawParagraph {
  part: string;
  /** Among all `w:p` of the part, in document order, from 0. */
  index: number;
  /** For people: paragraphs with text from 1 on, as Word counts them; a note has the number of the paragraph that it belongs to. */
  number: number;
  /** Of a note: the leaf of the main part that refers to it; null elsewhere. */
  reference: number | null;
  start: number;
}

/** Places of a span of flow text in the XML. */
export interface WordPlace {
  part: string;
  /** Index of the leaf in the part, see `isLeaf`. */
  leaf: number;
  /** Characters of the leaf, from and to. */
  from: number;
  to: number;
}

/** Elements that hold text or stand for a character, whether they are read or not: what `Leaf.index` counts. */
const LEAVES: ReadonlySet<string> = new Set([
  't',
  'delText',
  'tab',
  'ptab',
  'br',
  'cr',
  'noBreakHyphen',
  'softHyphen',
  'sym',
  'footnoteReference',
  'endnoteReference',
]);

/** Whether an element of this name, inside a run, counts as a leaf. */
export function isLeaf(name: string): boolean {
  return LEAVES.has(name);
}

/** What was read of a document, in order. */
export class RawText {
  readonly leaves: Leaf[] = [];
  readonly paragraphs: RawParagraph[] = [];
  length = 0;

  begin(paragraph: Omit<RawParagraph, 'start'>): void {
    this.paragraphs.push({ ...paragraph, start: this.length });
  }

  add(leaf: Omit<Leaf, 'start'>): void {
    this.leaves.push({ ...leaf, start: this.length });
    this.length += leaf.length;
  }

  /** The paragraph that holds an offset. */
  paragraphAt(offset: number): RawParagraph | null {
    return this.paragraphs[lastBefore(this.paragraphs, offset)] ?? null;
  }

  /** Where the first paragraph of a part that has this index or a later one begins. */
  startOf(part: string, index: number): number {
    return this.paragraphs.find((each) => each.part === part && each.index >= index)?.start ?? this.length;
  }

  /** The places of the characters `[from, to)`. */
  places(from: number, to: number): WordPlace[] {
    const found: WordPlace[] = [];
    for (let i = Math.max(0, lastBefore(this.leaves, from)); i < this.leaves.length; i++) {
      const leaf = this.leaves[i];
      if (leaf === undefined || leaf.start >= to) break;
      const begin = Math.max(from, leaf.start) - leaf.start;
      const end = Math.min(to, leaf.start + leaf.length) - leaf.start;
      if (begin >= end) continue;
      found.push({ part: leaf.part, leaf: leaf.index, from: leaf.skipped + begin, to: leaf.skipped + end });
    }
    return found;
  }
}

/** Index of the last one that starts at or before an offset; -1 if none does. */
function lastBefore(sorted: readonly { start: number }[], offset: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
