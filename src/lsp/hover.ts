/** What the editor tells of a place: the findings there with their reasons, or the document that a citation means. */
import type { Hover, Position, Range } from 'vscode-languageserver/node';
import type { Finding } from '../engine/finding.js';
import type { CitationLink } from '../library/link.js';
import { markedPair, shorten } from '../report/quote.js';
import { dayFirst, HEADINGS, SEVERITY_WORDS } from '../report/rule-words.js';
import { WORDS } from '../report/words.js';
import { markdownText } from '../text/markdown.js';
import { printable } from '../text/printable.js';
import { type Checked, ruleOf } from './checked.js';
import { citationAt } from './definition.js';
import { messageOf, rangeOfFinding, sideOf } from './diagnostics.js';
import { touches } from './places.js';
import type { Client } from './settings.js';

const QUOTE_LIMIT = 400;
const BETWEEN = '\n\n---\n\n';

export function hoverAt(checked: Checked, position: Position, client: Client): Hover | null {
  const at = { start: position, end: position };
  const found = checked.findings.filter((finding) => touches(rangeOfFinding(checked, finding), at));
  const [first] = found;
  if (first !== undefined) {
    const text = found.map((finding) => aboutFinding(checked, finding)).join(BETWEEN);
    return hover(text, rangeOfFinding(checked, first), client);
  }
  const cited = citationAt(checked, position);
  return cited === null ? null : hover(aboutCitation(cited.link, checked), cited.range, client);
}

function hover(markdown: string, range: Range, { markdown: asMarkdown }: Client): Hover {
  if (asMarkdown) return { contents: { kind: 'markdown', value: markdown }, range };
  const plain = markdown.replace(/\\([^\w\s])/gu, '$1').replace(/\*\*/gu, '');
  return { contents: { kind: 'plaintext', value: plain }, range };
}

function aboutFinding(checked: Checked, finding: Finding): string {
  const { lang } = checked;
  const rule = ruleOf(checked, finding);
  const parts = [
    `**${markdownText(messageOf(checked, finding))}**`,
    `${SEVERITY_WORDS[finding.severity][lang]} · \`${finding.rule}\`${rule === undefined ? '' : ` · ${markdownText(rule.title[lang])}`}`,
    ...quotes(checked, finding),
  ];
  if (rule !== undefined) {
    parts.push(`**${HEADINGS.why[lang]}:** ${markdownText(rule.why[lang].replace(/\s+/gu, ' '))}`);
    if (rule.basis.length > 0) {
      const lines = rule.basis.map(
        ({ text, checkedOn }) => `- ${markdownText(text)} (${HEADINGS.checkedOn[lang]} ${dayFirst(checkedOn)})`,
      );
      parts.push([`**${HEADINGS.basis[lang]}:**`, ...lines].join('\n'));
    }
  }
  return parts.join('\n\n');
}

/** The two wordings with the words marked in which they differ, else the places that explain the finding. */
function quotes({ kase, lang }: Checked, { diff, related }: Finding): string[] {
  const words = WORDS[lang];
  const sides = related.map(({ path, quote, location }) => {
    const own = path === kase.document.path;
    const line = location.start === null ? '' : `:${location.start.line}`;
    return { side: sideOf(own, lang), from: own ? '' : ` (${markdownText(path)}${line})`, quote };
  });
  if (diff === null) return sides.map(({ side, from, quote }) => `**${side}:** “${quoted(quote)}”${from}`);
  const pair = markedPair(diff.own, diff.other, false, QUOTE_LIMIT);
  const text = (runs: { text: string }[]): string => markdownText(runs.map((run) => run.text).join(''));
  const [first] = sides;
  const other = first === undefined ? words.suggested : first.side;
  return [`**${words.own}:** “${text(pair.own)}”`, `**${other}:** “${text(pair.other)}”${first?.from ?? ''}`];
}

function quoted(text: string): string {
  return markdownText(shorten(text, QUOTE_LIMIT));
}

function aboutCitation({ citation, status, paths }: CitationLink, { lang, preliminary }: Checked): string {
  const name = markdownText(printable(citation.code ?? citation.subject ?? ''));
  const where = paths.map((path) => `\`${path.replaceAll('`', '')}\``).join(', ');
  const text = {
    resolved: { vi: `**${name}**: ${where}`, en: `**${name}**: ${where}` },
    mismatched: {
      vi: `**${name}**: ${where} (viện dẫn không khớp hẳn)`,
      en: `**${name}**: ${where} (the citation does not fully agree)`,
    },
    ambiguous: {
      vi: `**${name}** ứng với nhiều văn bản: ${where}`,
      en: `**${name}** fits several documents: ${where}`,
    },
    unresolved: preliminary
      ? { vi: `**${name}**: đang đọc kho văn bản…`, en: `**${name}**: the library is being read…` }
      : { vi: `**${name}**: không có trong kho`, en: `**${name}**: not in the library` },
  };
  return text[status][lang];
}
