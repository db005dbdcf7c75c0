/** Finds gaps and repeats in the labels of sections (số thứ tự mục, khoản, điểm). */
import { z } from 'zod';
import { defineCheck, type RawFinding } from '../engine/check.js';
import type { LabelSystem, Section } from '../plan/plan.js';
import type { SourceDocument } from '../source/document.js';
import { isTypeLine } from '../source/structure.js';
import { ordinalLetter } from '../text/letters.js';
import { toRoman } from '../text/roman.js';

/** Systems that count; a dash does not, annexes and articles of quoted laws are left alone. */
const COUNTING: ReadonlySet<LabelSystem> = new Set<LabelSystem>([
  'part',
  'roman',
  'arabic',
  'decimal',
  'letter',
  'paren',
  'article',
]);

export const sectionNumbering = defineCheck({
  name: 'section-numbering',
  options: z.strictObject({}),
  messages: {
    gap: ['label', 'previous', 'expected', 'title'],
    repeat: ['label', 'expected', 'title'],
    order: ['label', 'previous', 'expected', 'title'],
    start: ['label', 'expected', 'title'],
    letter: ['label', 'previous', 'expected', 'title'],
  },
  *run({ plan, document }) {
    for (const group of siblingGroups(plan.outline)) {
      for (const sequence of sequences(group)) yield* checkSequence(sequence, document);
    }
  },
});

/** Sections that count together: children of one section with labels of one system; lower levels follow. */
function* siblingGroups(sections: readonly Section[]): Generator<Section[]> {
  const bySystem = new Map<string, Section[]>();
  for (const section of sections) {
    if (!COUNTING.has(section.label.system) || isInserted(section)) continue;
    const key = sequenceKey(section);
    bySystem.set(key, [...(bySystem.get(key) ?? []), section]);
  }
  yield* bySystem.values();
  for (const section of sections) if (!isForm(section)) yield* siblingGroups(section.children);
}

/** "Điều 10a" was put between others when they were amended. */
function isInserted({ label }: Section): boolean {
  return label.system === 'article' && /\d[a-zđ]/iu.test(label.text);
}

/** An annex is a form or a list, which numbers as it likes, unless it is the attached plan itself ("KẾ HOẠCH"). */
function isForm(section: Section): boolean {
  return section.label.system === 'annex' && !isTypeLine(section.title);
}

/** Decimals count within their prefix, "Chương 1" apart from "Phần 1". */
function sequenceKey(section: Section): string {
  if (section.label.system === 'decimal') return `decimal ${prefix(section)}`;
  if (section.label.system === 'part') return `part ${section.label.text.slice(0, 4).toLowerCase()}`;
  return section.label.system;
}

/** "4.1" of "4.1.2." */
function prefix(section: Section): string {
  return section.label.text
    .replace(/[.)\s]+$/u, '')
    .split('.')
    .slice(0, -1)
    .join('.');
}

/** Cuts a group where counting begins anew: at a label 1 or a) that stands under another heading without label. */
function sequences(group: Section[]): Section[][] {
  const parts: Section[][] = [];
  for (const section of group) {
    const current = parts.at(-1);
    const restart =
      section.label.ordinal === 1 && section.label.system !== 'roman' && section.label.system !== 'article';
    if (current === undefined || restart) parts.push([section]);
    else current.push(section);
  }
  return parts;
}

function* checkSequence(sequence: Section[], document: SourceDocument): Generator<RawFinding> {
  const first = sequence[0];
  if (first === undefined) return;
  // a body that opens with "II." lost its first heading; lower lists may go on from a page or a table that was not read
  if (first.label.system === 'roman' && first.label.ordinal !== 1 && sequence.length > 1)
    yield finding('start', first, null, 1);
  let previous = first;
  let expected = (first.label.ordinal ?? 0) + 1;
  let lenient = false;
  for (const section of sequence.slice(1)) {
    const ordinal = section.label.ordinal;
    if (ordinal === null) {
      // the rest of the list follows the English alphabet: said once
      yield finding('letter', section, previous, expected);
      return;
    } else if (ordinal === expected - 1) {
      yield finding('repeat', section, previous, expected);
    } else if (ordinal > expected && !(lenient && ordinal === expected + 1)) {
      if (!standsInLine(labelOf(section, expected), previous, section, document))
        yield finding('gap', section, previous, expected);
    } else if (ordinal < expected - 1) {
      yield finding('order', section, previous, expected);
    }
    // after a repeat the writer either counts on from the repeated label or from what it should have been
    lenient = ordinal === expected - 1;
    expected = ordinal + 1;
    previous = section;
  }
}

/** Whether the label that seems missing stands within a line between the two, its line break lost ("… hằng năm b. Địa điểm …"). */
function standsInLine(label: string, previous: Section, next: Section, { text }: SourceDocument): boolean {
  const words = text.slice(previous.labelSpan.end, next.labelSpan.start).split(/\s+/u);
  return words.some((word, i) => word === label && /^\p{Lu}/u.test(words[i + 1] ?? ''));
}

function finding(
  message: 'gap' | 'repeat' | 'order' | 'start' | 'letter',
  section: Section,
  previous: Section | null,
  expected: number,
): RawFinding {
  return {
    message,
    span: section.labelSpan,
    data: {
      label: section.label.text,
      previous: previous?.label.text ?? null,
      expected: labelOf(section, expected),
      title: section.title.slice(0, 80),
    },
  };
}

/** The label that this place of the sequence should bear, written as its neighbours are. */
function labelOf(section: Section, ordinal: number): string {
  const { system, text } = section.label;
  if (system === 'roman') return text.replace(/[IVX]+/u, toRoman(ordinal));
  if (system === 'letter') return text.replace(/^[a-zđ]/u, ordinalLetter(ordinal) ?? '?');
  return text.replace(/\d+(?=\D*$)/u, String(ordinal));
}
