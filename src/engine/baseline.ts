/**
 * The baseline (phát hiện đã biết): findings that were there when planlint was taken into use. They are recognised by their fingerprint,
 * never by a line number, and are not reported again.
 */
import { z } from 'zod';
import { type Bilingual, PlanlintError } from '../errors.js';
import { printable } from '../text/printable.js';
import { schemaProblems } from './schema-problems.js';

const Entry = z.strictObject({ rule: z.string(), quote: z.string(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/u) });
const BaselineFile = z.strictObject({ version: z.literal(1), findings: z.record(z.string(), z.array(Entry)) });

/** A finding as the baseline knows it. `quote` is only for people who read the file. */
type BaselineEntry = z.infer<typeof Entry>;

/** Entries by the path of their document, relative to the folder of the baseline, with forward slashes. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** A document as it was checked now. */
export interface CheckedDocument {
  /** Relative to the folder of the baseline. */
  path: string;
  /** All that was found and not waived. */
  findings: readonly { rule: string; quote: string; fingerprint: string }[];
  /** Whether a rule ran on it, so that a finding that is not there is gone. */
  ran(rule: string): boolean;
}

const QUOTE = 60;

/** Reads a baseline. Throws `PlanlintError`, naming the file, if it is none. */
export function parseBaseline(text: string, file: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw notBaseline(file, { vi: `không phải JSON hợp lệ: ${reason}`, en: `not valid JSON: ${reason}` });
  }
  const parsed = BaselineFile.safeParse(value);
  if (parsed.success) return new Map(Object.entries(parsed.data.findings));
  const [first] = schemaProblems(BaselineFile, parsed.error, value);
  const where = first?.where === undefined || first.where === '' ? '' : `${first.where}: `;
  throw notBaseline(file, { vi: `${where}${first?.text.vi ?? ''}`, en: `${where}${first?.text.en ?? ''}` });
}

/** The text of the file: sorted, one finding a line, so that versions of it can be compared and merged. */
export function formatBaseline(baseline: Baseline): string {
  const documents = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([path, entries]) => `    ${JSON.stringify(path)}: [\n${lines(entries)}\n    ]`);
  const findings = documents.length === 0 ? '{}' : `{\n${documents.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

function lines(entries: readonly BaselineEntry[]): string {
  return [...entries]
    .sort((a, b) => compare(a.rule, b.rule) || compare(a.quote, b.quote) || compare(a.fingerprint, b.fingerprint))
    .map(({ rule, quote, fingerprint }) => `      ${JSON.stringify({ rule, quote, fingerprint })}`)
    .join(',\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The baseline with all that was found in the documents checked; what it says of other documents, and of rules that did not run, stays. */
export function updateBaseline(baseline: Baseline, checked: readonly CheckedDocument[]): Baseline {
  const updated = new Map(baseline);
  for (const document of checked) {
    const found = new Map(document.findings.map((finding) => [finding.fingerprint, entryOf(finding)]));
    const unseen = (baseline.get(document.path) ?? []).filter(
      ({ rule, fingerprint }) => !document.ran(rule) && !found.has(fingerprint),
    );
    updated.set(document.path, [...found.values(), ...unseen]);
  }
  return updated;
}

/** The baseline without the entries that no longer occur in the documents checked. Nothing is added. */
export function pruneBaseline(baseline: Baseline, checked: readonly CheckedDocument[]): Baseline {
  const pruned = new Map(baseline);
  for (const document of checked) {
    const stale = new Set(staleEntries(baseline, document));
    pruned.set(
      document.path,
      (baseline.get(document.path) ?? []).filter((entry) => !stale.has(entry)),
    );
  }
  return pruned;
}

/** Entries of a document that do not occur any more though their rule ran. */
export function staleEntries(baseline: Baseline, { path, findings, ran }: CheckedDocument): BaselineEntry[] {
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return (baseline.get(path) ?? []).filter(({ rule, fingerprint }) => !found.has(fingerprint) && ran(rule));
}

function entryOf({ rule, quote, fingerprint }: CheckedDocument['findings'][number]): BaselineEntry {
  const words = printable(quote.normalize('NFC')).trim();
  const cut = words.lastIndexOf(' ', QUOTE);
  return { rule, quote: words.length <= QUOTE ? words : `${words.slice(0, cut > 0 ? cut : QUOTE)}…`, fingerprint };
}

function notBaseline(file: string, text: Bilingual): PlanlintError {
  return new PlanlintError(
    'baseline-invalid',
    {
      vi: `${file}: không đọc được như một baseline: ${text.vi}`,
      en: `${file}: cannot be read as a baseline: ${text.en}`,
    },
    {
      vi: 'Khôi phục tệp từ bản trước, hoặc xóa đi rồi ghi lại bằng --update-baseline.',
      en: 'Restore the file, or delete it and write it anew with --update-baseline.',
    },
  );
}
