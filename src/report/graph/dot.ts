/** The citation graph in the language of Graphviz. */
import { printable } from '../../text/printable.js';
import { type Drawn, drawing } from './arrows.js';
import type { GraphResult } from './result.js';
import { TITLE } from './words.js';

const LOOKS: Record<Drawn['look'], string> = {
  document: '',
  draft: ', style="rounded,dashed"',
  absent: ', style="rounded,dashed", color="#cc0000", fontcolor="#990000"',
  gone: ', style="rounded,filled", fillcolor="#eeeeee", color="#999999", fontcolor="#777777"',
};

export function graphDot(result: GraphResult): string {
  const { nodes, arrows } = drawing(result);
  return `${[
    'digraph planlint {',
    `  label=${quoted([TITLE[result.language]])};`,
    '  rankdir=RL;',
    '  charset="UTF-8";',
    '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];',
    '  edge [fontname="sans-serif", fontsize=9];',
    ...nodes.map(({ id, lines, look }) => `  ${id} [label=${quoted(lines)}${LOOKS[look]}];`),
    ...arrows.map(({ from, to, label }) =>
      label === null ? `  ${from} -> ${to};` : `  ${from} -> ${to} [style=dashed, label=${quoted([label])}];`,
    ),
    '}',
  ].join('\n')}\n`;
}

/** A quoted string of DOT; the lines are apart, and no backslash of a document is an escape. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => printable(line).replace(/[\\"]/gu, '\\$&')).join('\\n')}"`;
}
