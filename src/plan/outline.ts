/** The outline (bố cục): a tree of labelled sections and of headings without label, with canonical kinds. */
import type { Block, SourceDocument, Span } from '../source/document.js';
import { isUpperCase } from '../source/structure.js';
import { type LabelMatch, readLabel } from './labels.js';
import type { LabelSystem, Section, Zones } from './plan.js';
import { sectionKinds, startsWithSectionKind } from './section-kinds.js';

/** A section while the tree grows, with what decides where the next one goes. */
interface Open {
  section: Section;
  /** System, and for decimals and dashes their depth or sign: siblings share it. */
  key: string;
  numbers: number[];
}

/** Systems whose headings stand at the top of a document: they may show their kind anywhere in their words. */
const TOP: ReadonlySet<LabelSystem> = new Set(['part', 'roman', 'upper', 'article', 'annex', 'none']);

/** The sections of body and annexes, in order of the text; an annex is a section of system `annex`. */
export function extractOutline(document: SourceDocument, zones: Zones): Section[] {
  const body = outlineOf(document, zones.body);
  const annexes = zones.annexes.map((annex, i) => annexSection(document, annex, i + 1));
  return [...body, ...annexes];
}

function annexSection(document: SourceDocument, range: Span, ordinal: number): Section {
  const block = document.blocks.find((candidate) => candidate.start >= range.start);
  const span = block === undefined ? range : { start: block.start, end: block.end };
  const title = document.text.slice(span.start, span.end);
  const children = outlineOf(document, { start: span.end, end: range.end }, `PL${ordinal}`);
  const label = {
    text: /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s*)?[\dIVX]+)?/u.exec(title)?.[0] ?? '',
    system: 'annex' as const,
    ordinal,
  };
  return { label, title, kinds: [], heading: true, path: `PL${ordinal}`, labelSpan: span, span, range, children };
}

function outlineOf(document: SourceDocument, range: Span, prefix = ''): Section[] {
  const roots: Section[] = [];
  const stack: Open[] = [];
  for (const block of document.blocks) {
    if (block.end <= range.start) continue;
    if (block.start >= range.end) break;
    if (block.kind === 'footnote' || block.cell !== null) continue;
    const line = document.text.slice(block.start, block.end);
    const label = readLabel(line);
    const unlabelled = label === null && isBareHeading(block, line);
    if (label === null && !unlabelled) continue;
    if (unlabelled) closeForBareHeading(stack, line);
    else if (label !== null) closeFor(stack, label);
    const section = makeSection(block, line, label, stack, prefix);
    const parent = stack.at(-1)?.section;
    if (parent === undefined) roots.push(section);
    else parent.children.push(section);
    if (label !== null || isUpperCase(line))
      stack.push({ section, key: label === null ? 'none' : keyOf(label), numbers: label?.numbers ?? [] });
  }
  closeRanges(roots, range.end);
  return roots;
}

/** Headings without label: in capitals, Markdown headings, or a line that names a section kind before a colon. */
function isBareHeading(block: Block, line: string): boolean {
  if (line.length > 160 || /[.;,]$/u.test(line)) return startsWithSectionKind(line);
  if (isUpperCase(line)) return line.length >= 8 && /\s/u.test(line);
  return (
    block.kind === 'heading' ||
    (block.bold && line.length <= 120) ||
    startsWithSectionKind(line) ||
    (line.length <= 60 && sectionKinds(line, false).length > 0)
  );
}

function closeForBareHeading(stack: Open[], line: string): void {
  if (!isUpperCase(line)) return;
  const top = stack.findIndex((open) => open.key !== 'part' && open.key !== 'upper');
  if (top >= 0) stack.length = top;
}

/**
 * Pops the stack so that its top is the parent of a section with this label. Of several open sections of the same system
 * the one whose number comes right before is the elder sibling; a label 1 inside an item starts a list of its own.
 */
function closeFor(stack: Open[], label: LabelMatch): void {
  const key = keyOf(label);
  const same = stack.map((open, index) => ({ open, index })).filter(({ open }) => open.key === key);
  if (same.length === 0) {
    // a decimal "2.1." belongs under "2." even if points are open
    if (label.system === 'decimal') closeToPrefix(stack, label.numbers);
    else closeLower(stack, label.system);
    return;
  }
  const next = same.findLast(({ open }) => label.ordinal !== null && isNext(open.numbers, label.numbers));
  if (next !== undefined) {
    stack.length = next.index;
    return;
  }
  const last = same.at(-1);
  const first = same[0];
  if (last === undefined || first === undefined) return;
  const restart =
    label.ordinal === 1 && last.index < stack.length - 1 && label.system !== 'roman' && label.system !== 'decimal';
  if (restart) return;
  const below = same.findLast(({ open }) => (open.numbers.at(-1) ?? 0) <= (label.ordinal ?? 0));
  stack.length = (below ?? last).index;
}

/** Systems in the order in which NĐ 30 nests them; a higher one closes the lower ones that are open. */
const RANK: Record<LabelSystem, number> = {
  annex: 0,
  part: 1,
  upper: 2,
  roman: 3,
  none: 3,
  article: 3,
  arabic: 4,
  decimal: 5,
  letter: 6,
  paren: 6,
  dash: 7,
};

function closeLower(stack: Open[], system: LabelSystem): void {
  if (RANK[system] > RANK.arabic) {
    // points and dashes nest into whatever is open, but dashes hold no points
    if (system !== 'dash') while (stack.at(-1)?.section.label.system === 'dash') stack.pop();
    return;
  }
  const same = stack.findIndex((open) => RANK[open.section.label.system] >= RANK[system]);
  if (same >= 0) stack.length = same;
}

function closeToPrefix(stack: Open[], numbers: number[]): void {
  const prefix = numbers.slice(0, -1).join('.');
  const holder = stack.findLastIndex(
    (open) =>
      open.numbers.join('.') === prefix &&
      open.section.label.system !== 'paren' &&
      open.section.label.system !== 'letter',
  );
  if (holder >= 0) stack.length = holder + 1;
  else while (RANK[stack.at(-1)?.section.label.system ?? 'annex'] >= RANK.decimal) stack.pop();
}

function isNext(before: number[], after: number[]): boolean {
  return (
    before.length === after.length &&
    before.slice(0, -1).join() === after.slice(0, -1).join() &&
    (before.at(-1) ?? 0) + 1 === after.at(-1)
  );
}

function keyOf(label: LabelMatch): string {
  if (label.system === 'decimal') return `decimal${label.numbers.length}`;
  if (label.system === 'dash') return `dash${/^[-–—]/u.test(label.text) ? '-' : label.text.charAt(0)}`;
  return label.system;
}

function makeSection(block: Block, line: string, label: LabelMatch | null, stack: Open[], prefix: string): Section {
  const rest = line.slice(label?.length ?? 0);
  const system = label?.system ?? 'none';
  const title = headingTitle(rest);
  const top = TOP.has(system) && (system !== 'none' || isUpperCase(line)) && title.length <= 200;
  const heading =
    block.kind === 'heading' ||
    block.bold ||
    isUpperCase(rest) ||
    (top && rest === `${title}.` && sectionKinds(title, false).length > 0) ||
    (title.length <= 130 &&
      (title.length < rest.length ? /^\s*:/u.test(rest.slice(title.length)) : !/[.;,]$/u.test(rest)));
  const parent = stack.at(-1)?.section;
  const own = (label?.text ?? '').replace(/^[(]|[.):/]+$/gu, '').trim();
  const step =
    system === 'dash' || system === 'none'
      ? ''
      : label !== null && label.numbers.length > 1
        ? label.numbers.join('.')
        : own;
  const base = parent?.path ?? prefix;
  const repeats = base !== '' && step.startsWith(`${parent?.label.ordinal ?? ''}.`) && /^\d/u.test(step);
  const path =
    step === ''
      ? base
      : base === ''
        ? step
        : repeats
          ? `${base.split('.').slice(0, -1).join('.')}${base.includes('.') ? '.' : ''}${step}`
          : `${base}.${step}`;
  const labelEnd = block.start + (label?.text.length ?? 0);
  const titleEnd = block.start + (label?.length ?? 0) + title.length;
  return {
    label: { text: label?.text ?? '', system, ordinal: label?.ordinal ?? null },
    title,
    kinds: heading ? sectionKinds(title, top) : [],
    heading,
    path,
    labelSpan: { start: block.start, end: labelEnd },
    span: { start: block.start, end: Math.max(labelEnd, titleEnd) },
    range: { start: block.start, end: block.end },
    children: [],
  };
}

/** The heading's own words: up to a colon within the first words, else the first sentence. */
function headingTitle(rest: string): string {
  const colon = /^[^:.;]{3,90}(?=\s*:)/u.exec(rest)?.[0];
  if (colon !== undefined) return colon;
  const sentence = /^.{3,}?(?=[.;](?:\s|$))/u.exec(rest)?.[0];
  return sentence ?? rest;
}

/** A section lasts until the next one that is not inside it. */
function closeRanges(sections: Section[], end: number): void {
  for (const [i, section] of sections.entries()) {
    section.range = { start: section.range.start, end: sections[i + 1]?.range.start ?? end };
    closeRanges(section.children, section.range.end);
  }
}
