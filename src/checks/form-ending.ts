/** The body ends with "./." (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4). */
import { z } from 'zod';
import { defineCheck, type LoadedPlan } from '../engine/check.js';
import type { Block } from '../source/document.js';

/** Blocks at the end of the body that may hold the mark: recognition puts stray signs after it. */
const LAST_BLOCKS = 3;
const MARK = /\.\s*\/\s*\.[^\p{L}]*\p{L}?$/u;

export const formEnding = defineCheck({
  name: 'form-ending',
  options: z.strictObject({}),
  messages: { ending: ['found'] },
  *run(kase) {
    const { zones, identity } = kase.plan;
    // Party texts end with a full stop
    if (identity.issuer?.system !== 'state' || (zones.recipients === null && zones.signature === null)) return;
    const blocks = lastBlocks(kase);
    const last = blocks.at(-1);
    // after a table or a footnote it is not known where the text itself ends
    if (last === undefined || last.kind === 'cell' || last.kind === 'footnote') return;
    if (blocks.some(({ start, end }) => MARK.test(kase.document.text.slice(start, end)))) return;
    const words = kase.document.text.slice(last.start, last.end);
    const start = Math.max(last.start, last.start + words.lastIndexOf(' ', words.length - 25) + 1);
    const found = kase.document.text.slice(start, last.end);
    yield { message: 'ending', span: { start, end: last.end }, data: { found } };
  },
});

function lastBlocks({ document, plan }: LoadedPlan): Block[] {
  const { start, end } = plan.zones.body;
  return document.blocks.filter((block) => block.start >= start && block.end <= end).slice(-LAST_BLOCKS);
}
