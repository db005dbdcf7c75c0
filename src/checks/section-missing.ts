/** Finds sections (mục) that the parent has, that this type of plan needs, and that the plan lacks; compared by kind, never by words in the text. */
import { z } from 'zod';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { LinkedParent } from '../library/link.js';
import type { Plan, Section } from '../plan/plan.js';
import { sectionKindName, sectionKinds } from '../plan/section-kinds.js';
import { wordsKey } from '../text/normal.js';

const options = z.strictObject({
  lists: z.array(z.strictObject({ subject: z.array(z.string()), kinds: z.array(z.string()) })).meta(
    meaning({
      vi: 'Loại mục phải có theo từng loại kế hoạch: dùng dòng đầu tiên có chữ đứng trong trích yếu của cả hai văn bản; dòng không có chữ dùng cho mọi kế hoạch.',
      en: 'Required kinds by type of plan: the first entry whose words stand in the subject of both plans counts; one without words fits all.',
    }),
  ),
  accepts: z.record(z.string(), z.array(z.string())).meta(
    meaning({
      vi: 'Loại mục thay được cho loại khác: kế hoạch có mục Nhiệm vụ thì không cần mục Nội dung.',
      en: 'Kinds that do the work of another: a plan with a section of tasks needs none of contents.',
    }),
  ),
});
type Options = z.infer<typeof options>;

interface Placed {
  section: Section;
  depth: number;
}

export const sectionMissing = defineCheck({
  name: 'section-missing',
  options,
  messages: {
    missing: ['kind', 'kindEn', 'parentTitle', 'parentPath'],
    lower: ['kind', 'kindEn', 'title', 'path', 'parentPath'],
  },
  *run(kase, { lists, accepts }: Options) {
    const parent = kase.parents[0];
    if (parent === undefined || parent.plan.identity.type !== kase.plan.identity.type) return;
    const list = lists.find(({ subject }) => subject.every((words) => both(kase, parent, words)));
    if (list === undefined) return;
    const own = placed(kase.plan.outline);
    for (const kind of list.kinds) {
      const theirs = placed(parent.plan.outline).find(
        ({ section, depth }) => depth === 0 && section.kinds.includes(kind),
      );
      if (theirs === undefined) continue;
      // the kind itself counts at any level, another that does its work only as a section of its own
      const found =
        own.find(({ section, depth }) => section.kinds.includes(kind) && (depth === 0 || isNamedBy(section, kind))) ??
        own.find(
          ({ section, depth }) =>
            depth === 0 && (accepts[kind] ?? []).some((accepted) => firstKinds(section).includes(accepted)),
        );
      if (found === undefined) yield missing(kase.plan, parent, kind, theirs.section);
      else if (found.depth > 0 && !own.some(({ section, depth }) => depth === 0 && section.kinds.includes(kind))) {
        yield lower(parent, kind, found.section, theirs.section);
      }
    }
  },
});

/** Whether words stand in the subject of the parent and in that of the plan, or in what the plan cites as the parent's subject. */
function both({ plan, links }: Case, parent: LinkedParent, words: string): boolean {
  const key = ` ${wordsKey(words)} `;
  const has = (subject: string | null): boolean => ` ${wordsKey(subject ?? '')} `.includes(key);
  if (!has(parent.plan.identity.subject)) return false;
  const cited = (links ?? []).filter(({ paths }) => paths[0] === parent.document.path);
  return has(plan.identity.subject) || cited.some(({ citation }) => has(citation.subject));
}

/** Words of a heading of a section; an item of a list has more. */
const SHORT_TITLE = 8;

/** Whether a title further down names a section of the kind, rather than that a long item has its words somewhere. */
function isNamedBy({ title }: Section, kind: string): boolean {
  const short = (words: string): boolean => wordsKey(words).split(' ').length <= SHORT_TITLE;
  return short(title) || (short(firstPart(title)) && sectionKinds(firstPart(title), false).includes(kind));
}

/** Kinds of what a heading names first: "MỤC TIÊU, YÊU CẦU", not the principles of "ĐỐI TƯỢNG, NGUYÊN TẮC, HÌNH THỨC KHEN THƯỞNG". */
function firstKinds({ title }: Section): string[] {
  return sectionKinds(firstPart(title), true);
}

function firstPart(title: string): string {
  return title.split(/[,;:–—-]|\s+và\s+/iu)[0] ?? '';
}

/** All headings with their depth; sections of an attached plan count as if they stood in the body. */
function placed(sections: readonly Section[], depth = 0): Placed[] {
  return sections.flatMap((section) =>
    section.label.system === 'annex'
      ? placed(section.children, depth)
      : [
          { section, depth },
          ...placed(
            section.children,
            section.label.system === 'part' || section.label.system === 'none' ? depth : depth + 1,
          ),
        ],
  );
}

function names(kind: string): { kind: string; kindEn: string } {
  const name = sectionKindName(kind);
  return { kind: name.vi, kindEn: name.en };
}

/** Points at the section before which the missing one would be expected, else at the title of the plan. */
function missing(plan: Plan, parent: LinkedParent, kind: string, theirs: Section): RawFinding {
  const order = parent.plan.outline;
  const later = order.slice(order.indexOf(theirs) + 1).flatMap((section) => section.kinds);
  const next = plan.outline.find((section) => section.kinds.some((candidate) => later.includes(candidate)));
  return {
    message: 'missing',
    span: next?.span ?? plan.identity.spans.type ?? plan.zones.header,
    data: { ...names(kind), parentTitle: theirs.title, parentPath: theirs.path },
    related: [{ of: parent, span: theirs.span }],
  };
}

function lower(parent: LinkedParent, kind: string, own: Section, theirs: Section): RawFinding {
  return {
    message: 'lower',
    span: own.span,
    data: { ...names(kind), title: own.title, path: own.path, parentPath: theirs.path },
    related: [{ of: parent, span: theirs.span }],
  };
}
