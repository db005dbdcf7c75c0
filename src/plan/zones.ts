/**
 * Zones of a document (các phần của văn bản): header with subject, body, recipients, signature, annexes.
 * Everything later asks in which zone a fact stands: names of recipients are no wrong names, labels of annexes start anew.
 */
import type { Block, SourceDocument, Span } from '../source/document.js';
import { isTypeLine } from '../source/structure.js';
import type { Zones } from './plan.js';
import { sectionKinds } from './section-kinds.js';

const PREAMBLE =
  /^(?:Căn cứ|Thực hiện|Triển khai|Tiếp tục|Trên cơ sở|Để\s|Nhằm\s|Xét\s|Theo\s|Kính gửi|Ngày\s\d|Năm\s\d|Trong\s|Do\s|Hiện nay|Thời gian qua|Sau\s|Hưởng ứng|Phát huy|Thi hành|Tại\s|Nhân\s|Qua\s|Từ\s)/u;
const AUTHOR_LINE =
  /^(?:(?:CHỦ TỊCH\s+)?(?:ỦY|UỶ|UY) BAN|HỘI ĐỒNG|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHÍNH PHỦ|QUỐC HỘI|BAN THƯỜNG VỤ|CHỦ TỊCH)/u;
const SIGNATURE_LINE =
  /^(?:T\/?M\.?\s|K\/?T\.?\s|T\/?L\.?\s|TUQ\.?\s|Q\.\s|TM\.|KT\.|TL\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG ĐOÀN)(?!\p{L}))/u;
const ANNEX_TITLE =
  /^(?:PHỤ LỤC|BIỂU MẪU|PHỤ BIỂU)(?![\p{L}])|^Phụ lục(?:\s+(?:số\s*)?[\dIVX]+)?\s*[:.]?\s*(?:$|\p{Lu}{2})/u;
const ANNEX_LINE =
  /^(?:[-–]\s*)?\(?\s*(?:Ban hành\s+)?(?:kèm theo|Kèm theo)\s+(?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Công văn|Văn bản|Thông báo|Chương trình|Báo cáo|Tờ trình|Hướng dẫn)/u;

/** The name of who signed, alone on its line. */
const PERSON = /^(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+$/u;

/** Blocks looked at for the header: it never is longer, whatever a crawl puts before it. */
const HEADER_BLOCKS = 60;
/** A subject runs over a few lines at most. */
const SUBJECT_BLOCKS = 6;

/** The block of the kind of document ("KẾ HOẠCH") and the blocks of its subject (trích yếu). */
export interface Heading {
  type: Span | null;
  subject: Span | null;
  /** Index of the first block after the header. */
  bodyBlock: number;
}

/** Finds the kind line and the subject under it. */
export function findHeading(document: SourceDocument): Heading {
  const { blocks, text } = document;
  const typeBlock = blocks.slice(0, HEADER_BLOCKS).findIndex((block) => typeWords(read(text, block)) !== null);
  if (typeBlock < 0) return letterHeading(document);
  const block = blocks[typeBlock];
  const words = block === undefined ? null : typeWords(read(text, block));
  if (block === undefined || words === null) return { type: null, subject: null, bodyBlock: 0 };
  const type = { start: block.start, end: block.start + words.length };
  // "KẾ HOẠCH Phát động …" on one line: the rest is the subject
  const inline = block.end - type.end > 3 ? { start: type.end + 1, end: block.end } : null;
  let last = typeBlock;
  while (
    last - typeBlock < SUBJECT_BLOCKS &&
    isSubject(document, blocks[last + 1], last === typeBlock && inline === null, read(text, blocks[last] ?? block))
  )
    last++;
  const first = blocks[typeBlock + 1];
  const end = blocks[last]?.end ?? block.end;
  const subject =
    inline !== null
      ? { start: inline.start, end }
      : last > typeBlock && first !== undefined
        ? { start: first.start, end }
        : null;
  return { type, subject, bodyBlock: last + 1 };
}

/** A letter (công văn) has no kind; its subject is the "V/v …" line under the number. */
function letterHeading(document: SourceDocument): Heading {
  const { blocks, text } = document;
  const head = blocks.slice(0, HEADER_BLOCKS);
  const about = head.find((block) => /^(?:V\/v|Về việc)\s/iu.test(read(text, block)));
  const greeting = head.findIndex((block) => /^Kính gửi/iu.test(read(text, block)));
  const subject =
    about === undefined
      ? null
      : { start: about.start + (/^V\/v:?\s*/iu.exec(read(text, about))?.[0].length ?? 0), end: about.end };
  const bodyBlock = greeting >= 0 ? greeting : about === undefined ? 0 : blocks.indexOf(about) + 1;
  return { type: null, subject, bodyBlock };
}

/** The words of the kind of document with which a block begins, if it is a kind line; null if it is none. */
function typeWords(line: string): string | null {
  if (isTypeLine(line)) return line.replace(/\s*:$/u, '');
  const lead =
    /^(KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|PHƯƠNG ÁN|ĐỀ ÁN)\s+(?=\p{Lu}\p{Ll})/u.exec(line);
  return lead?.[1] ?? null;
}

function isSubject(document: SourceDocument, block: Block | undefined, first: boolean, before: string): boolean {
  if (block === undefined || block.cell !== null) return false;
  const line = read(document.text, block);
  if (
    /^(?:Căn cứ|CĂN CỨ|Kính gửi|[IVX]{1,4}[.)]|[A-ZĐ][.)]\s|\d{1,2}[.)]|Điều\s|\(?[Kk]èm theo|\((?:Ban hành|Kèm))/u.test(
      line,
    )
  )
    return false;
  if (AUTHOR_LINE.test(line)) return false;
  if (first) return true;
  const capitals = !/\p{Ll}/u.test(line);
  // a title in capitals may be broken after a semicolon of the theme that it quotes
  if (line.length > 350 || /[:.]$/u.test(line) || (/;$/u.test(line) && !capitals)) return false;
  // capitals go on a subject in capitals; under a subject in lower case they are the first heading without label
  if (capitals) return !/\p{Ll}/u.test(before) || sectionKinds(line, true).length === 0;
  if (/^[“"«]/u.test(line) && line.length < 250) return true;
  if (PREAMBLE.test(line)) return false;
  return block.kind === 'heading' || block.bold || /^\p{Ll}/u.test(line);
}

/** Divides a document into its zones. */
export function findZones(document: SourceDocument, heading: Heading): Zones {
  const { blocks, text } = document;
  const end = text.length;
  const bodyStart = blocks[heading.bodyBlock]?.start ?? end;
  const closing = findClosing(document, heading.bodyBlock);
  const annexes = findAnnexes(document, heading.bodyBlock, closing);
  const mainEnd = annexes[0]?.start ?? end;
  const recipientsBlock = closing.recipients === null ? undefined : blocks[closing.recipients];
  const signatureBlock = closing.signature === null ? undefined : blocks[closing.signature];
  const recipients =
    recipientsBlock === undefined
      ? null
      : { start: recipientsBlock.start, end: Math.max(recipientsBlock.end, mainEnd) };
  const signature =
    signatureBlock === undefined ? null : { start: signatureBlock.start, end: Math.max(signatureBlock.end, mainEnd) };
  const bodyEnd = Math.min(recipients?.start ?? end, signature?.start ?? end, mainEnd);
  return {
    header: { start: 0, end: bodyStart },
    body: { start: bodyStart, end: Math.max(bodyStart, bodyEnd) },
    recipients,
    signature,
    annexes,
  };
}

/** First block of the recipients and of the signature of the document itself (annexes may have their own). */
function findClosing(document: SourceDocument, from: number): { recipients: number | null; signature: number | null } {
  const { blocks, text } = document;
  let recipients: number | null = null;
  for (let i = from; i < blocks.length && recipients === null; i++) {
    const block = blocks[i];
    if (block !== undefined && /^Nơi nhận/iu.test(read(text, block)) && block.end - block.start < 80) recipients = i;
  }
  // the signature stands after the recipients, or a few lines before them
  const start = recipients === null ? Math.max(from, Math.floor(blocks.length * 0.5)) : Math.max(from, recipients - 8);
  const stop = recipients === null ? blocks.length : Math.min(blocks.length, recipients + 45);
  for (let i = start; i < stop; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const line = read(text, block);
    if (line.length < 90 && !/\p{Ll}{2}/u.test(line.slice(0, 12)) && SIGNATURE_LINE.test(line))
      return { recipients, signature: i };
    if (recipients !== null && i > recipients && ANNEX_TITLE.test(line)) break;
  }
  return { recipients, signature: null };
}

/** Annexes: "PHỤ LỤC", or a second kind line with "(Ban hành kèm theo …)" after the signature. */
function findAnnexes(
  document: SourceDocument,
  from: number,
  closing: { recipients: number | null; signature: number | null },
): Span[] {
  const { blocks, text } = document;
  const after = Math.max(from, closing.recipients ?? 0, closing.signature ?? 0);
  const closed = closing.recipients !== null || closing.signature !== null;
  const starts: number[] = [];
  for (let i = from + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const line = read(text, block);
    const behind = !closed || i > after;
    if (block.end - block.start < 220 && ANNEX_TITLE.test(line)) {
      if (behind || nextLinesEnclose(document, i)) starts.push(i);
    } else if (closed && i > after && typeWords(line) !== null && nextLinesEnclose(document, i)) {
      starts.push(i);
    } else if (closed && i > after && ANNEX_LINE.test(line) && !starts.some((start) => i - start <= 6)) {
      starts.push(titleAbove(document, i, after));
    }
  }
  return starts.map((index, i) => {
    const nextIndex = starts[i + 1];
    return {
      start: blocks[index]?.start ?? 0,
      end: nextIndex === undefined ? text.length : (blocks[nextIndex]?.start ?? text.length),
    };
  });
}

function nextLinesEnclose(document: SourceDocument, index: number): boolean {
  return document.blocks.slice(index + 1, index + 6).some((block) => ANNEX_LINE.test(read(document.text, block)));
}

/** The title lines in capitals or bold right above an annex line. */
function titleAbove(document: SourceDocument, index: number, after: number): number {
  let first = index;
  while (first - 1 > after && index - first < 4) {
    const block = document.blocks[first - 1];
    if (block === undefined || block.cell !== null) break;
    const line = read(document.text, block);
    if (/\p{Ll}/u.test(line) && !block.bold) break;
    if (SIGNATURE_LINE.test(line) || PERSON.test(line)) break;
    first--;
  }
  return first;
}

function read(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
