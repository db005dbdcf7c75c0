/** Canonical kinds of sections (loại mục), told from the words of a heading. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { once } from '../data/once.js';
import { wordsKey } from '../text/normal.js';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const schema = z.array(
  z.strictObject({
    kind: z.string(),
    name: bilingual,
    starts: z.array(z.string()),
    anywhere: z.array(z.string()).default([]),
    not: z.array(z.string()).default([]),
  }),
);

/** The Vietnamese and English name of a kind; the kind itself if unknown. */
export function sectionKindName(kind: string): { vi: string; en: string } {
  return loadData('section-kinds.yaml', schema).find((entry) => entry.kind === kind)?.name ?? { vi: kind, en: kind };
}

/** All kinds. */
export function sectionKindNames(): string[] {
  return loadData('section-kinds.yaml', schema).map(({ kind }) => kind);
}

/** The synonyms in the form in which headings are compared, made once. */
const keyed = once(() =>
  loadData('section-kinds.yaml', schema).map(({ kind, starts, anywhere, not }) => ({
    kind,
    starts: starts.map((words) => ` ${wordsKey(words)} `),
    anywhere: anywhere.map((words) => ` ${wordsKey(words)} `),
    not: not.map((words) => ` ${wordsKey(words)} `),
  })),
);

/**
 * Kinds that a heading shows, in the order of rules/data/section-kinds.yaml; several where it joins them ("NỘI DUNG, MỤC TIÊU").
 * `top` headings (Roman, in capitals) may show a kind anywhere, lower ones only where a part of them begins with its words.
 */
export function sectionKinds(title: string, top: boolean): string[] {
  const whole = ` ${wordsKey(title)} `;
  const parts = title.split(/[,;:–—-]|\s+và\s+/iu).map((part) => ` ${wordsKey(part)} `);
  return keyed()
    .filter(({ starts, anywhere, not }) => {
      const without = (words: string): string => not.reduce((rest, other) => rest.replaceAll(other, ' '), words);
      return (
        starts.some((words) => parts.some((part) => without(part).startsWith(words))) ||
        (top && anywhere.some((words) => without(whole).includes(words)))
      );
    })
    .map(({ kind }) => kind);
}

/** Whether a line begins with the words of a kind: "Thời gian thực hiện: từ nay …". */
export function startsWithSectionKind(line: string): boolean {
  const head = /^([^:.;]{4,60}):/u.exec(line)?.[1];
  return head !== undefined && sectionKinds(head, false).length > 0;
}
