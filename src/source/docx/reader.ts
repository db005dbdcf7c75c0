/** Reader of .docx files (Office Open XML, ISO/IEC 29500): text, automatic numbers, tables, notes, text boxes, tracked changes. */
import { type Bilingual, PlanlintError } from '../../errors.js';
import { BlockBuilder } from '../block-builder.js';
import type { Location, Quality, ReadOptions, SourceDocument, SourceNote, Span } from '../document.js';
import type { FlowString } from '../flow.js';
import { layOut } from '../lay-out.js';
import { measureQuality } from '../quality.js';
import { BodyReader } from './body.js';
import { readLayout } from './layout.js';
import { Numbering } from './numbering.js';
import { findParts, openPackage, type WordParts } from './package.js';
import { RawText, type WordPlace } from './raw-text.js';
import { runningTexts } from './running.js';
import { Styles } from './styles.js';
import type { Typography } from './typography.js';

/** Fonts of the encodings before Unicode: .VnTime and its kin (TCVN3), VNI-Times and its kin. */
const LEGACY_FONT = /^(?:\.Vn|VNI[- ])/iu;
/** From this share of letters on the text itself is in such a font, and nothing found in it could be believed. */
const MAINLY_LEGACY = 0.3;
/** Headers and footers that are named. */
const MOST_RUNNING = 3;

/** Where the flow text of a Word document stands in its XML. */
export interface WordPlaces {
  /** The elements that hold the characters of a span; none for an automatic label. */
  places(span: Span): WordPlace[];
  /** The paragraph in which a span begins; of a note also the leaf of the main part that refers to it. */
  paragraph(span: Span): { part: string; index: number; reference: number | null } | null;
}

const PLACES = new WeakMap<SourceDocument, WordPlaces>();

/** Where the text of a document stands in the XML of its file; null for a document of another format. */
export function wordPlaces(document: SourceDocument): WordPlaces | null {
  return PLACES.get(document) ?? null;
}

/** Reads the bytes of a .docx file. Throws `PlanlintError` where it is damaged, protected, or no Word file. */
export function readDocx(path: string, bytes: Uint8Array, { tracked }: ReadOptions): SourceDocument {
  const parts = findParts(openPackage(path, bytes), path);
  const raw = new RawText();
  const styles = new Styles(parts.styles, parts.theme);
  const body = new BodyReader(styles, new Numbering(parts.numbering), tracked, raw);
  const lines = body.read(parts.main, parts.notes);
  const { text, blocks, lines: flowLines, flow } = layOut(new BlockBuilder(false).build(lines));
  if (text.trim() === '') throw withoutText(path);
  const legacy = legacyShare(body.typography);
  const quality: Quality =
    legacy.share >= MAINLY_LEGACY ? { ...measureQuality(text), verdict: 'broken' } : measureQuality(text);
  const document: SourceDocument = {
    path,
    format: 'docx',
    text,
    blocks,
    lines: flowLines,
    quality,
    notes: [...notesOf(body, legacy, tracked, parts), ...runningNotes(parts)],
    layout: readLayout(parts, styles, body.typography, starts(flow, raw, parts.main.name)),
    locate: locator(flow, raw),
  };
  PLACES.set(document, placesIn(flow, raw));
  return document;
}

/** Made apart from the reading: a function made there would keep the whole XML alive as long as the document. */
function locator(flow: FlowString, raw: RawText): (span: Span) => Location {
  return (span) => {
    const start = flow.starts[Math.min(span.start, flow.starts.length - 1)] ?? 0;
    return { start: null, end: null, page: null, paragraph: raw.paragraphAt(start)?.number ?? null };
  };
}

/** Where the flow text comes to a paragraph of a part. */
function starts({ ends }: FlowString, raw: RawText, part: string): (paragraph: number) => number {
  return (paragraph) => {
    const from = raw.startOf(part, paragraph);
    // the break between two blocks ends where the next one begins
    const at = ends.findIndex((end) => end > from);
    return at < 0 ? ends.length : at;
  };
}

function placesIn({ starts, ends }: FlowString, raw: RawText): WordPlaces {
  return {
    places: ({ start, end }) => (end <= start ? [] : raw.places(starts[start] ?? 0, ends[end - 1] ?? 0)),
    paragraph: ({ start }) => {
      const found = raw.paragraphAt(starts[Math.min(start, starts.length - 1)] ?? 0);
      return found === null ? null : { part: found.part, index: found.index, reference: found.reference };
    },
  };
}

function legacyShare({ fonts }: Typography): { share: number; fonts: string[] } {
  let all = 0;
  let legacy = 0;
  const names: string[] = [];
  for (const [font, letters] of fonts) {
    all += letters;
    if (!LEGACY_FONT.test(font)) continue;
    legacy += letters;
    names.push(font);
  }
  return { share: all === 0 ? 0 : legacy / all, fonts: names };
}

function notesOf(
  { met }: BodyReader,
  legacy: { fonts: string[] },
  tracked: ReadOptions['tracked'],
  { comments }: WordParts,
): SourceNote[] {
  const notes: SourceNote[] = [];
  const say = (code: string, text: Bilingual): void => {
    notes.push({ code, text });
  };
  if (met.tracked && tracked === 'accepted')
    say('tracked-changes', {
      vi: 'Tệp có thay đổi đang theo dõi (Track Changes): đã đọc như khi chấp nhận tất cả; đọc bản gốc bằng --tracked original',
      en: 'The file has tracked changes: read as if all were accepted; --tracked original reads the text before them',
    });
  if (met.tracked && tracked === 'original')
    say('tracked-original', {
      vi: 'Tệp có thay đổi đang theo dõi (Track Changes): đã đọc bản gốc, như khi từ chối tất cả',
      en: 'The file has tracked changes: the original text was read, as if all were rejected',
    });
  if (met.hidden)
    say('hidden-text', {
      vi: 'Tệp có chữ ẩn (Hidden), không được đọc; nên xóa trước khi phát hành',
      en: 'The file has hidden text, which was not read; better delete it before the plan is issued',
    });
  if (comments)
    say('comments', {
      vi: 'Tệp còn nhận xét (Comment) của người góp ý; nên xóa trước khi phát hành',
      en: 'The file still has comments of reviewers; better delete them before the plan is issued',
    });
  if (legacy.fonts.length > 0) {
    const names = legacy.fonts.join(', ');
    say('legacy-font', {
      vi: `Tệp có chữ gõ bằng phông không phải Unicode (${names}): phần đó không kiểm được; chuyển mã sang Unicode rồi chạy lại (NĐ 30/2020, Phụ lục I, mục I.4)`,
      en: `The file has text in fonts that are not Unicode (${names}): that text cannot be checked; convert it to Unicode and run again`,
    });
  }
  return notes;
}

function runningNotes(parts: WordParts): SourceNote[] {
  const texts = runningTexts(parts).map((text) => `“${text}”`);
  if (texts.length === 0) return [];
  const list = texts.slice(0, MOST_RUNNING).join(', ') + (texts.length > MOST_RUNNING ? ', …' : '');
  const text = {
    vi: `Chữ ở đầu trang, chân trang không được kiểm tra: ${list}`,
    en: `Text in headers and footers was not checked: ${list}`,
  };
  return [{ code: 'running-text', text }];
}

function withoutText(path: string): PlanlintError {
  return new PlanlintError(
    'file-empty',
    { vi: `${path}: tệp Word không có chữ nào để kiểm tra`, en: `${path}: the Word file has no text to check` },
    {
      vi: 'Nếu nội dung là ảnh quét dán vào Word, hãy nhận dạng (OCR) hoặc gõ lại.',
      en: 'If it holds scanned pictures, recognise their text (OCR) or type it anew.',
    },
  );
}
