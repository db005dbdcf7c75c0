/** Findings as the editor shows them. */
import { resolve } from 'node:path';
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding, RelatedPlace } from '../engine/finding.js';
import { formatMessage } from '../engine/messages.js';
import type { Severity } from '../engine/severity.js';
import type { Language } from '../errors.js';
import { shorten } from '../report/quote.js';
import { type Checked, ruleOf } from './checked.js';
import { hasMark, rangeOf, uriOf } from './places.js';
import type { Client } from './settings.js';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
const QUOTE_LIMIT = 160;

/** Diagnostics in the order of the text. */
export function diagnosticsOf(checked: Checked, client: Client): Diagnostic[] {
  return checked.findings.map((finding) => ({
    range: rangeOfFinding(checked, finding),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'planlint',
    message: messageOf(checked, finding),
    data: { fingerprint: finding.fingerprint },
    ...(client.relatedInformation &&
      finding.related.length > 0 && { relatedInformation: finding.related.map((place) => relatedOf(checked, place)) }),
  }));
}

export function rangeOfFinding({ text }: Checked, { location }: Finding): Diagnostic['range'] {
  return rangeOf(location, hasMark(text));
}

export function messageOf(checked: Checked, finding: Finding): string {
  const rule = ruleOf(checked, finding) ?? { messages: {} };
  return formatMessage(rule, finding.messageId, finding.data, checked.lang);
}

function relatedOf({ uri, folder, kase, text, lang }: Checked, place: RelatedPlace): DiagnosticRelatedInformation {
  const own = place.path === kase.document.path;
  const range = rangeOf(place.location, own && hasMark(text));
  const target = own ? uri : uriOf(resolve(folder, place.path));
  return { location: { uri: target, range }, message: `${sideOf(own, lang)}: “${shorten(place.quote, QUOTE_LIMIT)}”` };
}

/** Whose words a quote is. */
export function sideOf(own: boolean, lang: Language): string {
  return own ? { vi: 'Chỗ khác', en: 'Elsewhere' }[lang] : { vi: 'Cấp trên', en: 'Parent' }[lang];
}
