/** From blocks that were read one by one to one flow text. */
import type { Draft } from './block-builder.js';
import type { Block, FlowLine } from './document.js';
import { FlowString } from './flow.js';

/** Lays the blocks out one after another in one flow text. */
export function layOut(drafts: readonly Draft[]): {
  text: string;
  blocks: Block[];
  lines: FlowLine[];
  flow: FlowString;
} {
  const flow = new FlowString();
  const blocks: Block[] = [];
  const lines: FlowLine[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const draft of drafts) {
    if (length > 0) {
      const at = flow.ends.at(-1) ?? 0;
      flow.starts.push(at);
      flow.ends.push(draft.flow.starts[0] ?? at);
      parts.push('\n');
      length++;
    }
    const start = length;
    parts.push(draft.flow.text);
    for (const from of draft.flow.starts) flow.starts.push(from);
    for (const to of draft.flow.ends) flow.ends.push(to);
    length += draft.flow.text.length;
    for (const line of draft.lines)
      lines.push({ start: start + line.start, end: start + line.end, block: blocks.length });
    const bold = draft.letters > 0 && draft.boldLetters / draft.letters > 0.9;
    blocks.push({ kind: draft.kind, start, end: length, depth: draft.depth, bold, cell: draft.cell });
  }
  return { text: parts.join(''), blocks, lines, flow };
}
