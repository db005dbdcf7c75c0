/** A finding (phát hiện): what a rule says about one place, as data. Words are made from it by `formatMessage`. */
import type { Location, Span } from '../source/document.js';
import type { MessageValue } from './check.js';
import type { Severity } from './severity.js';

/** A place that explains a finding: in a parent, or elsewhere in the plan itself. */
export interface RelatedPlace {
  path: string;
  span: Span;
  location: Location;
  /** Path of the section it stands in: "II.1.b"; null outside any. */
  section: string | null;
  quote: string;
}

export interface Finding {
  rule: string;
  messageId: string;
  severity: Severity;
  /** Span in the flow text of the plan. */
  span: Span;
  location: Location;
  /** Path of the section it stands in: "IV.1.b"; null outside any. */
  section: string | null;
  quote: string;
  related: RelatedPlace[];
  data: Record<string, MessageValue>;
  /** Two wordings to show as a word diff: the plan's own and the other; null if there is nothing to compare. */
  diff: { own: string; other: string } | null;
  fix: { text: string; safe: boolean } | null;
  /** Stable name of the finding: the same after lines moved or sections were renumbered. */
  fingerprint: string;
}
