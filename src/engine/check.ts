/** What a check sees (the case) and what it gives back (findings as data; words are made at the end from the rule's catalogue). */
import type { z } from 'zod';
import type { LibraryEvidence } from '../library/evidence.js';
import type { CitationLink, LinkedParent } from '../library/link.js';
import type { Lock } from '../lock/locked.js';
import type { Plan } from '../plan/plan.js';
import type { Location, SourceDocument, Span } from '../source/document.js';
import type { WaiverReport } from './waivers.js';

/** A document read and understood. */
export interface LoadedPlan {
  document: SourceDocument;
  plan: Plan;
}

/** Everything that a check may look at: the plan, and the parents that its citations resolved to. */
export interface Case extends LoadedPlan {
  /** Main parent first: the resolved parent that the plan says it implements, else the first resolved one. */
  parents: LinkedParent[];
  /** What each citation resolved to; absent where no library was searched. */
  links?: readonly CitationLink[];
  /** How the documents of the library cite others; absent where no library was searched. */
  library?: LibraryEvidence;
  /** What the document was read against; absent where no lock is kept. */
  lock?: Lock;
  /** What is wrong with its waivers; absent until the findings are known. */
  waivers?: WaiverReport;
  /** Today as ISO date, given from outside so that checks are pure. */
  today: string;
}

/** What a rule may need before it can run; a rule whose need is absent is skipped and listed. */
export type Need =
  | 'parent'
  | 'citations'
  | 'themes'
  | 'deadlines'
  | 'outline'
  | 'own-unit'
  | 'own-date'
  | 'own-number'
  | 'period'
  | 'layout';

/** A value put into a message. */
export type MessageValue = string | number | boolean | null;

/** A finding as a check gives it. */
export interface RawFinding {
  /** Message id of the rule file. */
  message: string;
  /** Where in the plan. */
  span: Span;
  /** What to quote; the text of `span` if absent. */
  quote?: string;
  /** Where in the file, if not where `span` stands: for what is not in the flow text. */
  location?: Location;
  /** Places that explain it: in a parent, or elsewhere in the plan itself. */
  related?: { of: LoadedPlan; span: Span; quote?: string }[];
  /** Values for the placeholders of the message. */
  data: Record<string, MessageValue>;
  /** Replacement for `span`; `safe` if it can be applied without reading. */
  fix?: { text: string; safe: boolean };
  /** Two wordings to show as a word diff: the plan's and the one it is compared with. */
  diff?: { own: string; other: string };
}

/** A check: a pure function of the case and its options. Several rules may share one with other options. */
export interface Check<O = unknown> {
  /** Name used by rule files: `check: theme-quotation`. */
  name: string;
  options: z.ZodType<O>;
  /** Placeholders that each message id may use; rule files are validated against it. */
  messages: Record<string, readonly string[]>;
  /** A check of the waivers runs after all others, when it is known what they waive. */
  ofWaivers?: boolean;
  run(kase: Case, options: O): Iterable<RawFinding>;
}

/** Keeps the option type of a check while it is written. */
export function defineCheck<O>(check: Check<O>): Check<O> {
  return check;
}

/** A check whose option type is closed over, so that checks of all option types stand in one list. */
export interface RegisteredCheck {
  name: string;
  options: z.ZodType;
  messages: Record<string, readonly string[]>;
  ofWaivers: boolean;
  /** Validates options once and gives the function that runs with them, or what is wrong with them. */
  prepare(options: unknown): { ok: true; run: RunCheck } | { ok: false; error: z.ZodError };
}

/** A check with its options filled in. */
export type RunCheck = (kase: Case) => Iterable<RawFinding>;

/** Closes a check over its option type. */
export function register<O>(check: Check<O>): RegisteredCheck {
  return {
    name: check.name,
    options: check.options,
    messages: check.messages,
    ofWaivers: check.ofWaivers ?? false,
    prepare(options) {
      const parsed = check.options.safeParse(options);
      if (!parsed.success) return { ok: false, error: parsed.error };
      return { ok: true, run: (kase) => check.run(kase, parsed.data) };
    },
  };
}
