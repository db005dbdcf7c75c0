/** The citation graph as a Mermaid flowchart, for Markdown pages and wikis that draw it. */
import { printable } from '../../text/printable.js';
import { drawing } from './arrows.js';
import type { GraphResult } from './result.js';

const LOOKS = [
  'classDef draft stroke-dasharray: 4 3',
  'classDef absent fill:#fff,stroke:#c00,stroke-dasharray: 4 3,color:#900',
  'classDef gone fill:#eee,stroke:#999,color:#777',
];

export function graphMermaid(result: GraphResult): string {
  const { nodes, arrows } = drawing(result);
  return `${[
    'flowchart RL',
    ...nodes.map(
      ({ id, lines, look }) => `  ${id}["${lines.map(label).join('<br/>')}"]${look === 'document' ? '' : `:::${look}`}`,
    ),
    ...arrows.map(({ from, to, label: words }) =>
      words === null ? `  ${from} --> ${to}` : `  ${from} -. "${label(words)}" .-> ${to}`,
    ),
    ...LOOKS.map((look) => `  ${look}`),
  ].join('\n')}\n`;
}

/** Text inside a quoted label: what Mermaid, or the HTML and Markdown in it, would read as its own becomes an entity of Mermaid's kind. */
function label(text: string): string {
  return printable(text).replace(/["#&<>`\\*_;{}[\]()|~]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
