/**
 * A source document: the text of one file in the one shape that everything downstream reads.
 *
 * `text` is the flow text: NFC, marks of the file format removed, lines that were only wrapped joined by one space,
 * blocks separated by one newline. All facts are spans of it; `locate` turns a span into a place in the file as it is.
 */
import type { Bilingual } from '../errors.js';
import type { Span } from '../text/span.js';
import type { PageLayout } from './page-layout.js';

export type { Span } from '../text/span.js';

/** A point in the file as it is: 1-based line and column, 0-based offset, in UTF-16 units, the byte order mark not counted. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A place in a file. `start` and `end` are null for formats without lines (.docx, .pdf); `page` and `paragraph` for those with. */
export interface Location {
  start: Point | null;
  end: Point | null;
  page: number | null;
  paragraph: number | null;
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'cell' | 'footnote' | 'header-line';

/** One paragraph, heading, list item, table cell or footnote: a span of the flow text without newline. */
export interface Block extends Span {
  kind: BlockKind;
  /** Depth of a Markdown heading (1-6); null elsewhere. */
  depth: number | null;
  /** Whether the whole block is in bold: a hint that it is a heading. */
  bold: boolean;
  /** Place in a table (0-based); null elsewhere. */
  cell: { table: number; row: number; column: number } | null;
}

/** A physical line of the file that has text, as a span of the flow text. Header and signature are read line by line. */
export interface FlowLine extends Span {
  /** Index of the block that holds it. */
  block: number;
}

/** How far the text can be trusted. `ocr` and `broken` texts get their spelling findings off or marked. */
export interface Quality {
  /** Share (0-1) of words that are possible Vietnamese syllables, numerals and abbreviations aside. */
  validSyllables: number;
  verdict: 'good' | 'ocr' | 'broken';
}

export type SourceFormat = 'md' | 'txt' | 'docx' | 'pdf';

/** What a reader has to say about a file that a reviewer should know: tracked changes taken as accepted, hidden text left out, a page that is a scan. */
export interface SourceNote {
  /** Stable name: "tracked-changes", "scanned-pages" … */
  code: string;
  text: Bilingual;
  /** What to do, where the note says that a part of the file was not read: what was not read is not checked, and the run ends with 2. */
  unread?: Bilingual;
}

/** A comment in the file: no text of the plan, but it may speak to the program. */
export interface SourceComment {
  /** Without its marks. */
  text: string;
  location: Location;
}

/** Choices of the user that change what a reader reads. */
export interface ReadOptions {
  /** Which text of a Word file with tracked changes is read. */
  tracked: 'accepted' | 'original';
  /** Whether scanned pages are recognised, where the machine has a program for it. */
  ocr: boolean;
}

export const READ_DEFAULTS: ReadOptions = { tracked: 'accepted', ocr: false };

export interface SourceDocument {
  /** As the user gave it, with forward slashes. */
  path: string;
  format: SourceFormat;
  text: string;
  blocks: Block[];
  lines: FlowLine[];
  quality: Quality;
  notes: SourceNote[];
  /** The text of the file as it is, byte order mark not counted: what offsets count in. Absent where a file is no text. */
  original?: string | undefined;
  /** In the order of the file; absent for formats that have none. */
  comments?: readonly SourceComment[] | undefined;
  /** How its pages are laid out; absent for formats that do not tell. */
  layout?: PageLayout | undefined;
  /** The place of a span in the file as it is. */
  locate(span: Span): Location;
}
