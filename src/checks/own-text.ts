/** Where the wording is the document's own: its body and an enclosed plan, but no closing, no annexes of forms and lists. */
import type { LoadedPlan } from '../engine/check.js';
import type { Block } from '../source/document.js';

const ENCLOSED_PLAN = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN)(?!\p{L})/u;

/** Blocks of the body, and of annexes that are plans themselves ("KẾ HOẠCH … (Ban hành kèm theo Quyết định số …)"). */
export function ownBlocks({ document, plan }: LoadedPlan): Block[] {
  const { body, annexes } = plan.zones;
  const spans = [body, ...annexes.filter(({ start }) => ENCLOSED_PLAN.test(document.text.slice(start, start + 40)))];
  return document.blocks.filter((block) => spans.some(({ start, end }) => block.start >= start && block.end <= end));
}
