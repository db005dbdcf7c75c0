/** A unified diff as a terminal shows it: coloured, and without what a file could do to the terminal. */
import { printable } from '../text/printable.js';
import { painter, type Style } from './layout.js';

const STYLES: [start: RegExp, style: Style][] = [
  [/^(?:---|\+\+\+) /u, 'bold'],
  [/^@@ /u, 'cyan'],
  [/^-/u, 'red'],
  [/^\+/u, 'green'],
];

/** The diff for people; it can no longer be applied. */
export function showPatch(patch: string, colour: boolean): string {
  const paint = painter(colour);
  return patch
    .split('\n')
    .map((line) => {
      const style = STYLES.find(([start]) => start.test(line))?.[1] ?? 'plain';
      return paint({ text: printable(line), style });
    })
    .join('\n');
}
