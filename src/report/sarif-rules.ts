/** Rules as SARIF reporting descriptors: title, reason, basis and default level, in the language of the report. */
import type { Rule } from '../engine/load.js';
import type { Severity, SeveritySetting } from '../engine/severity.js';
import type { Language } from '../errors.js';
import { markdownText } from '../text/markdown.js';
import type { LintResult } from './result.js';
import { dayFirst, HEADINGS, severityOf } from './rule-words.js';

export const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** GitHub takes no longer descriptions. */
const MOST_IN_DESCRIPTION = 1024;

export interface Descriptor {
  id: string;
  [key: string]: unknown;
}

/** The rules that were on, and any others that the result has words of, in the order of their ids. */
export function descriptors(result: LintResult, rules: readonly Rule[]): Descriptor[] {
  const on = rules.filter((rule) => severityOf(rule) !== 'off');
  const known = new Set(on.map(({ id }) => id));
  const others = result.rules.filter(({ id }) => !known.has(id));
  return [
    ...on.map((rule) => fromRule(rule, result.language)),
    ...others.map(({ id, title, why }) => descriptor(id, title, why, [])),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function fromRule(rule: Rule, lang: Language): Descriptor {
  const basis = rule.basis.map(({ text, source, checkedOn }) => {
    return `${text} (${source}; ${HEADINGS.checkedOn[lang]} ${dayFirst(checkedOn)})`;
  });
  const basisOf = basis.length === 0 ? [] : [HEADINGS.basis[lang], ...basis];
  return {
    ...descriptor(rule.id, rule.title[lang], rule.why[lang].trim(), basisOf),
    defaultConfiguration: { level: levelOf(severityOf(rule)) },
  };
}

function descriptor(id: string, title: string, why: string, [heading, ...basis]: readonly string[]): Descriptor {
  const paragraphs = why.split(/\n{2,}/u);
  const text = [why, ...(heading === undefined ? [] : [`${heading}:`, ...basis.map((line) => `- ${line}`)])];
  const list =
    heading === undefined ? [] : [`**${heading}**`, basis.map((line) => `- ${markdownText(line)}`).join('\n')];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: cut(why) },
    help: { text: text.join('\n'), markdown: [...paragraphs.map(markdownText), ...list].join('\n\n') },
    properties: { tags: [id.split('/')[0] ?? id] },
  };
}

function levelOf(severity: SeveritySetting): string {
  return severity === 'off' ? 'none' : LEVELS[severity];
}

/** Whole sentences as long as they fit. */
function cut(text: string): string {
  if (text.length <= MOST_IN_DESCRIPTION) return text;
  const start = text.slice(0, MOST_IN_DESCRIPTION - 1);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), MOST_IN_DESCRIPTION / 2))}…`;
}
