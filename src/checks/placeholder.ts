/**
 * Blanks and samples of a draft or template left in the text: "đạt …%", "số …/KH-UBND", "____", "xx/2026", "[tên đơn vị]", "Nguyễn Văn A".
 * Dots that end an enumeration ("giao thông, y tế…") and dotted lines of forms in annexes are none.
 */
import { z } from 'zod';
import { anyOf, type FormWords, formWords } from '../data/form.js';
import { once } from '../data/once.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { Citation, Plan } from '../plan/plan.js';
import type { Block, Span } from '../source/document.js';
import { quotedParts } from '../text/quoted.js';
import { ownBlocks } from './own-text.js';

type Kind = 'blank' | 'sample' | 'instruction' | 'mark';

interface Hit extends Span {
  kind: Kind;
}

interface Pattern {
  kind: Kind;
  pattern: RegExp;
  /** What a text must have for the pattern to match at all: most paragraphs have no blank, and are told apart quickly. */
  sign: RegExp;
}

/** A run of dots or underscores that stands for words to be filled in. It begins where the run does, so that time stays linear. */
const GAP = '(?<![.…_])(?:…[….\\s]{0,60}|\\.[.…]{2,200}|_{3,200})';
/** The same where a slash or bracket already shows that it is one. */
const SHORT_GAP = '(?<![.…_])(?:…|[.…]{2,200}|_{2,200})';
const FORM = /^(?:MẪU|BIỂU MẪU|BIỂU|Mẫu|Biểu mẫu)\s+(?:SỐ|số|Số|\d|BÁO CÁO|PHIẾU|ĐƠN|biểu)/u;
/** What every run of dots or underscores has. */
const DOTS = /…|\.\.|__/u;
const ONLY_DOTS = /^[\s.…_]*$/u;

export const placeholder = defineCheck({
  name: 'placeholder',
  options: z.strictObject({
    except: z
      .array(z.string())
      .default([])
      .meta(meaning({ vi: 'Những chữ không báo.', en: 'Words that are not reported.' })),
    most: z
      .number()
      .int()
      .min(1)
      .default(10)
      .meta(
        meaning({
          vi: 'Số đoạn được báo riêng từng đoạn; các đoạn sau chỉ được đếm.',
          en: 'Paragraphs reported one by one; the others are only counted.',
        }),
      ),
  }),
  messages: {
    blank: ['found', 'count'],
    sample: ['found', 'count'],
    instruction: ['found', 'count'],
    mark: ['found', 'count'],
    more: ['count'],
  },
  *run(kase, { except, most }) {
    const blankCitations = kase.plan.citations.filter(({ blank }) => blank);
    const found = beforeForms(kase, ownBlocks(kase)).flatMap((block) => [
      ...leftIn(kase, block, blankCitations, except),
    ]);
    yield* found.slice(0, most);
    const next = found[most];
    if (next !== undefined) yield { message: 'more', span: next.span, data: { count: found.length - most } };
  },
});

/** Blocks up to the first form: its dotted lines are to be filled in by others. */
function beforeForms({ document }: Case, blocks: readonly Block[]): readonly Block[] {
  const form = blocks.findIndex(({ start, end }) => FORM.test(document.text.slice(start, Math.min(end, start + 40))));
  return form < 0 ? blocks : blocks.slice(0, form);
}

/** One finding per paragraph or cell, at its first blank. */
function* leftIn(
  { document, plan }: Case,
  block: Block,
  blankCitations: readonly Citation[],
  except: readonly string[],
): Iterable<RawFinding> {
  const text = document.text.slice(block.start, block.end);
  // a row or cell of dots says "and so on"
  if (block.kind === 'cell' && ONLY_DOTS.test(text)) return;
  const cited = blankCitations.filter(({ span }) => block.start <= span.start && span.end <= block.end);
  const own = cited.filter((citation) => isOwnDraft(citation, plan));
  const isQuoted = quotedParts(text);
  const hits = [
    ...patterns()
      .filter(({ sign }) => sign.test(text))
      .flatMap(({ kind, pattern }) => [...text.matchAll(pattern)].map((match) => hit(kind, match))),
    ...cited.map(({ span }): Hit => ({ kind: 'blank', start: span.start - block.start, end: span.end - block.start })),
  ]
    .filter(({ start, end }) => !except.includes(text.slice(start, end)) && !isQuoted(start))
    .filter(({ start }) => !own.some(({ span }) => span.start - block.start <= start && start < span.end - block.start))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const [first] = hits;
  if (first === undefined) return;
  const span = { start: block.start + first.start, end: block.start + first.end };
  yield { message: first.kind, span, data: { found: text.slice(first.start, first.end), count: apart(hits) } };
}

/** The draft itself, whose number is blank in its header too: form/blank-identity says it once. */
function isOwnDraft({ self, symbol }: Citation, { identity }: Plan): boolean {
  return self || (identity.blanks.includes('number') && symbol !== null && symbol === identity.symbol);
}

function hit(kind: Kind, match: RegExpMatchArray): Hit {
  const start = match.index ?? 0;
  return { kind, start, end: start + match[0].trimEnd().length };
}

/** Number of hits that do not overlap. */
function apart(hits: readonly Hit[]): number {
  let end = -1;
  let count = 0;
  for (const one of hits) {
    if (one.start < end) continue;
    count++;
    end = one.end;
  }
  return count;
}

/** Built once; every pattern is bounded on both sides, so that it takes time linear in the text. */
const patterns = once((): Pattern[] => {
  const words = formWords().placeholders;
  return [...blanks(words), ...samples(words)];
});

function blanks(words: FormWords['placeholders']): Pattern[] {
  const sources = [
    // "ngày … tháng … năm 2026", "ngày …/…/2026"; "hằng ngày…" goes on an enumeration
    `(?<!\\p{L})(?<!(?:hằng|hàng|mỗi|từng|các|những|theo|trong) )(?:ngày|tháng|quý)\\s*${SHORT_GAP}(?=\\s*(?:tháng|năm|/|\\d))`,
    '(?<!\\p{L})năm\\s+20\\d?(?:…|\\.{2,})',
    // "…/12/2026"
    `${SHORT_GAP}\\s*/\\s*(?:\\d{1,2}\\s*/\\s*)?(?:19|20)\\d{2}(?!\\d)`,
    // "đạt … %", "khoảng … triệu đồng"
    `(?<=^|\\s)${GAP}\\s*(?:${anyOf(words.units)})(?![\\p{L}\\d])`,
    `(?<!\\p{L})(?:${anyOf(words.slots)})\\s*:\\s*${GAP}`,
    // dots right after a word go on an enumeration ("UBND huyện, UBND xã…"), a space before them makes a gap
    `(?<!\\p{L})(?<!các )(?:${anyOf(words.persons)})\\s${GAP}`,
    `(?<!\\p{L})(?:${anyOf(words.bodies)})\\s+(?:xã|phường|đặc khu|tỉnh|thành phố|huyện|quận|thị trấn)\\s${GAP}`,
    // a value that nobody wrote: "Kinh phí thực hiện: ……"
    ':(?=\\s*(?:…|\\.{3}|_{3}))[\\s.…_;]*$',
    // "gồm ___ thành viên", "xây dựng ……. mô hình": a gap between two words; after a comma dots may go on an enumeration
    '(?<=[\\p{L}\\d] )_{3,400}(?= \\p{L})',
    '(?<=(?:^|[.;:] )[^,.;:…()]{3,100}\\p{L} )(?:…[.…]{1,60}|\\.{5}[.…]{0,60})(?= \\p{Ll})',
    // not the dots before the page number in a table of contents
    '(?<![.…])(?:\\.{8}|…{4})[.…]{0,400}(?![.…\\s]*\\d{1,3}\\s*$)|(?<!_)_{4,400}',
    `\\[\\s*${SHORT_GAP}\\s*\\]`,
  ];
  // "số …/KH-UBND": capitals tell a symbol
  const number = `(?:(?<!\\p{L})[Ss]ố\\s*:?\\s*)?${SHORT_GAP}\\s*/\\s*(?:\\d{4}\\s*/\\s*)?\\p{Lu}\\p{L}{0,3}\\s*-\\s*\\p{Lu}`;
  const dotted = [...sources.map((source) => new RegExp(source, 'giu')), new RegExp(number, 'gu')];
  // "ngày / /2026", "ngày    tháng    năm 2026"
  const empty = [
    /(?<!\p{L})(?:ngày\s*\/\s*(?:\d{1,2}\s*)?\/|tháng\s+\/)\s*\d{4}/giu,
    /(?<!\p{L})ngày\s+tháng\s+(?:\d{1,2}\s+)?năm\s+(?=\d{4})/giu,
  ];
  return [
    ...dotted.map((pattern): Pattern => ({ kind: 'blank', pattern, sign: DOTS })),
    ...empty.map((pattern): Pattern => ({ kind: 'blank', pattern, sign: /(?:ngày|tháng)\s*(?:\/|tháng)/iu })),
  ];
}

function samples(words: FormWords['placeholders']): Pattern[] {
  const instructions = anyOf(words.instructions);
  const fields = anyOf([...words.instructions, ...words.fields]);
  return [
    // small "xx" is no numeral; "XX" may be one ("lần thứ XX")
    { kind: 'sample', sign: /xx/u, pattern: /(?<![\p{L}\p{M}\d.@])x{2,4}(?![\p{L}\p{M}\d@])/gu },
    {
      kind: 'sample',
      sign: /XX/u,
      pattern: /(?<![\p{L}\d])X{2,4}(?=\s*(?:\/\s*[\p{L}\d]|%))|(?<=(?:ngày|tháng|số) )X{2,4}(?![\p{L}\d])/gu,
    },
    { kind: 'sample', sign: /XXXX/u, pattern: /(?<![\p{L}\d])X{4,}(?![\p{L}\d])/gu },
    { kind: 'sample', sign: /20[\dxX][xX]/u, pattern: /(?<![\p{L}\d])20(?:\d[xX]|[xX]{2})(?![\p{L}\d])/gu },
    {
      kind: 'sample',
      sign: /\s[ABCXY](?![\p{L}\p{M}])/u,
      pattern: new RegExp(`(?<!\\p{L})(?:${anyOf(words.samples)})\\s+[ABCXY](?![\\p{L}\\p{M}])`, 'gu'),
    },
    {
      kind: 'instruction',
      sign: /\(/u,
      pattern: new RegExp(`\\(\\s*(?:${instructions})(?!\\p{L})[^()]{0,80}\\)`, 'giu'),
    },
    // "[tên đơn vị]_báo cáo" tells how to name a file
    {
      kind: 'instruction',
      sign: /[[<]/u,
      pattern: new RegExp(
        `(?<![_\\p{L}-])[\\[<]\\s*(?:${fields})(?!\\p{L})[^\\[\\]<>]{0,80}[\\]>](?![_\\p{L}-])`,
        'giu',
      ),
    },
    {
      kind: 'mark',
      sign: new RegExp(anyOf(words.marks), 'u'),
      pattern: new RegExp(`(?<!\\p{L})(?:${anyOf(words.marks)})(?!\\p{L})`, 'gu'),
    },
    { kind: 'mark', sign: /\{\{|\$\{|«|\?{3}/u, pattern: /\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|«\w*_\w*»|\?{3,}/gu },
  ];
}
