/** Defects of the outline: sections that are gone, labels out of sequence. */

import type { Pair } from './pair.js';
import { edit, type Heading, headingsOf, type Mutation, type Planted } from './plant.js';
import { bodyEnd, bodyStart, findAll, type Match, paragraphStart, type Random } from './text.js';

/** The sections that an emulation plan needs if its parent has them, by the words of their headings. */
const SECTIONS = {
  purpose: { words: /mục đích/iu, synonyms: /mục đích|mục tiêu|quan điểm|yêu cầu/iu },
  // measures, criteria and movements of emulation are its contents under another name
  content: { words: /nội dung/iu, synonyms: /nội dung|nhiệm vụ|giải pháp|tiêu chí|chỉ tiêu|phong trào thi đua/iu },
  // "hồ sơ và thời gian khen thưởng" is about rewards
  time: { words: /thời gian(?! (?:khen thưởng|báo cáo|gửi|nộp|xét))/iu, synonyms: /thời gian|tiến độ/iu },
  reward: { words: /khen thưởng/iu, synonyms: /khen thưởng/iu },
  organization: { words: /tổ chức thực hiện/iu, synonyms: /tổ chức thực hiện|phân công|trách nhiệm/iu },
} as const;

function isEmulation(text: string): boolean {
  return /thi\s+đua/iu.test(text.slice(0, bodyStart(text)));
}

export function sectionsOf(text: string): Heading[] {
  return headingsOf(text, paragraphStart(text, bodyEnd(text)));
}

/** Deletes the one section of a kind that the parent has too. */
function withoutSection(kind: keyof typeof SECTIONS): Mutation {
  return {
    kind: `section deleted: ${kind}`,
    rules: ['section/missing'],
    severity: 'error',
    apply: ({ child, parent }) => {
      if (parent === null) return null;
      if (kind !== 'organization' && !(isEmulation(child) && isEmulation(parent.text))) return null;
      const { words, synonyms } = SECTIONS[kind];
      const ofParent = sectionsOf(parent.text).find(({ title }) => words.test(title));
      const own = sectionsOf(child).filter(({ title }) => words.test(title));
      const [section] = own;
      if (ofParent === undefined || section === undefined || own.length > 1) return null;
      const left = child.slice(0, section.start) + child.slice(section.sectionEnd);
      // a heading of the same kind elsewhere or further down still answers the parent's
      const elsewhere = findAll(left, /^[^\p{L}\p{N}\n]{0,8}(?:[IVX]+\.|\d+\.|\p{L}\))[^\n]{0,60}$/gmu);
      if (elsewhere.some(({ text }) => synonyms.test(text))) return null;
      return { child: left, lines: [], says: /[^,;.]+/u.exec(ofParent.title)?.[0] ?? '' };
    },
  };
}

const LABELS = {
  roman: /^[^\p{L}\p{N}\n]{0,8}(I|II|III|IV|V|VI|VII|VIII|IX|X)\.(?=[\s*]+\p{L})/gmu,
  number: /^[^\p{L}\p{N}\n]{0,8}(\d{1,2})\.(?=[\s*]+\p{L})/gmu,
  letter: /^[^\p{L}\p{N}\n]{0,8}([a-zđ])\)(?=[\s*]+\p{L})/gmu,
} as const;

const ORDER: Record<keyof typeof LABELS, string[]> = {
  roman: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'],
  number: Array.from({ length: 40 }, (_, i) => String(i + 1)),
  letter: [...'abcdđeghiklmnopqrstuvxy'],
};

type System = keyof typeof ORDER;

interface Label {
  system: System;
  ordinal: number;
  /** The label's characters alone. */
  at: Pick<Match, 'start' | 'end'>;
}

/** Runs of labels that count up by one, of at least three. */
function runsOf(text: string): Label[][] {
  const end = bodyEnd(text);
  const start = bodyStart(text);
  const runs: Label[][] = [];
  for (const system of ['roman', 'number', 'letter'] as const) {
    let run: Label[] = [];
    for (const match of findAll(text, LABELS[system])) {
      if (match.start < start || match.start > end) continue;
      const label = match.groups[0] ?? '';
      const from = match.end - 1 - label.length;
      const ordinal = ORDER[system].indexOf(label) + 1;
      const next: Label = { system, ordinal, at: { start: from, end: from + label.length } };
      if (ordinal !== (run.at(-1)?.ordinal ?? 0) + 1) {
        runs.push(run);
        run = ordinal === 1 ? [next] : [];
      } else {
        run.push(next);
      }
    }
    runs.push(run);
  }
  return runs.filter((run) => run.length >= 3);
}

function relabelled(pair: Pair, label: Label | null, ordinal: number): Planted | null {
  const text = label === null ? undefined : ORDER[label.system][ordinal - 1];
  return label === null || text === undefined ? null : edit(pair.child, label.at, text);
}

export const STRUCTURE_MUTATIONS: Mutation[] = [
  withoutSection('purpose'),
  withoutSection('content'),
  withoutSection('time'),
  withoutSection('reward'),
  withoutSection('organization'),
  {
    kind: 'numbering: a gap',
    rules: ['section/numbering'],
    severity: 'warning',
    apply: (pair, random) => {
      const last = random.choose(runsOf(pair.child))?.at(-1) ?? null;
      return relabelled(pair, last, (last?.ordinal ?? 0) + 1 + random.below(2));
    },
  },
  {
    kind: 'numbering: a label repeated',
    rules: ['section/numbering'],
    severity: 'warning',
    apply: (pair, random) => {
      const last = random.choose(runsOf(pair.child))?.at(-1) ?? null;
      return relabelled(pair, last, (last?.ordinal ?? 0) - 1);
    },
  },
  {
    kind: 'numbering: letter đ left out',
    rules: ['section/numbering'],
    severity: 'warning',
    apply: (pair, random: Random) => {
      const runs = runsOf(pair.child).filter((run) => run.length === 5 && run[0]?.system === 'letter');
      return relabelled(pair, random.choose(runs)?.at(-1) ?? null, 6);
    },
  },
];
