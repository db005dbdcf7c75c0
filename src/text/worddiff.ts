/** Word-level difference of two wordings. */
import { diffWordsWithSpace } from 'diff';

/** A run of words: in both wordings, only in the plan's own, or only in the other. */
export interface DiffPart {
  kind: 'same' | 'own' | 'other';
  text: string;
}

/** Word diff from the other wording (the parent's) to the plan's own; both must be NFC, else letters fall apart. */
export function wordDiff(own: string, other: string): DiffPart[] {
  return diffWordsWithSpace(other, own).map((part) => ({
    kind: part.added ? 'own' : part.removed ? 'other' : 'same',
    text: part.value,
  }));
}
