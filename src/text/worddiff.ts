/** Word-level difference of two wordings. */
import { diffWordsWithSpace } from 'diff';

/** A run of words: in both wordings, only in the plan's own, or only in the other. */
export interface DiffPart {
  kind: 'same' | 'own' | 'other';
  text: string;
}

/**
 * Word diff from the other wording (the parent's) to the plan's own; both must be NFC, else letters fall apart.
 * Words that were replaced one after the other are one run: the spaces between them are no common text.
 */
export function wordDiff(own: string, other: string): DiffPart[] {
  const parts = diffWordsWithSpace(other, own).map(
    (part): DiffPart => ({ kind: part.added ? 'own' : part.removed ? 'other' : 'same', text: part.value }),
  );
  return stretches(parts).flatMap((stretch) => {
    const [first] = stretch;
    if (first?.kind === 'same' && stretch.length === 1) return [first];
    const texts = { other: textOf(stretch, 'own'), own: textOf(stretch, 'other') };
    return (['other', 'own'] as const).flatMap((kind) => (texts[kind] === '' ? [] : [{ kind, text: texts[kind] }]));
  });
}

/** Parts in stretches: a part in common alone, or all that differs up to the next word in common. */
function stretches(parts: readonly DiffPart[]): DiffPart[][] {
  const found: DiffPart[][] = [];
  let current: DiffPart[] = [];
  const close = (): void => {
    // spaces at the end of what differs are common after all
    const last = current.at(-1);
    const tail = last?.kind === 'same' ? current.pop() : undefined;
    if (current.length > 0) found.push(current);
    if (tail !== undefined) found.push([tail]);
    current = [];
  };
  for (const part of parts) {
    const isSpace = part.kind === 'same' && /^[^\S\n]+$/u.test(part.text);
    if (part.kind !== 'same' || (isSpace && current.length > 0)) {
      current.push(part);
      continue;
    }
    close();
    found.push([part]);
  }
  close();
  return found;
}

/** The text of a stretch without the parts of one side. */
function textOf(stretch: readonly DiffPart[], without: 'own' | 'other'): string {
  return stretch
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}
