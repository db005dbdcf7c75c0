/** Stable names of findings, for baselines and for tools that track them from one run to the next. */
import { createHash } from 'node:crypto';
import type { Section } from '../plan/plan.js';
import { compareKey } from '../text/normal.js';

/** What a finding is recognised by. Neither lines nor section numbers are part of it. */
export interface FingerprintParts {
  rule: string;
  /** Sections from the outermost to the one that holds the finding. */
  sections: readonly Section[];
  quote: string;
  /** Words of the parent that it is about, without numbers of sections; empty if it is about none. */
  about?: string;
}

/**
 * Gives fingerprints to findings of one document, which have to come in the order of the text.
 * Findings of the same rule on the same words in the same kind of section are told apart by their place among each other.
 */
export function fingerprints(findings: readonly FingerprintParts[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, sections, quote, about = '' }) => {
    const words = compareKey(withoutLabel(quote, sections.at(-1)));
    const key = [rule, kindPath(sections), words, compareKey(about)].join('\n');
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return createHash('sha256').update(`${key}\n${ordinal}`).digest('hex');
  });
}

/** A quote without the number of the section that it begins with; of a number alone, the title of its section. */
export function withoutLabel(quote: string, section: Section | undefined): string {
  if (section === undefined || !quote.startsWith(section.label.text)) return quote;
  const rest = quote.slice(section.label.text.length).trim();
  return rest === '' ? section.title : rest;
}

/** Kinds instead of labels: "IV. KHEN THƯỞNG" renumbered to "V." is the same section. Sections of no known kind do not count. */
function kindPath(sections: readonly Section[]): string {
  return sections
    .map((section) => section.kinds.join('+'))
    .filter((kinds) => kinds !== '')
    .join('/');
}
