/** One document: what it is, its findings as a list, its text with the findings beside their words, and its coverage matrices. */
import { fullPlace } from '../place.js';
import type { FindingResult } from '../result.js';
import { type Html, html } from './escape.js';
import { findingNote, sign } from './finding.js';
import { flow } from './flow.js';
import { type Mark, marksByBlock } from './marks.js';
import { type Match, matchesOf } from './matches.js';
import { matrix } from './matrix.js';
import { blockAt } from './structure.js';
import { skippedLines } from './summary.js';
import { capital, type DocumentView, type FindingView, fileName, type ParentView, type ReportView } from './view.js';

/** The section of one document. */
export function documentSection(view: ReportView, document: DocumentView): Html {
  const { ui } = view;
  const { id, name, result } = document;
  const matrices = document.kase === null ? [] : document.parents.map((parent) => matrix(view, document, parent));
  return html`<article class="document" id="${id}" aria-labelledby="${id}-name">
<header class="about">
<h2 id="${id}-name">${name}</h2>
${about(view, document)}
</header>
${findingsList(view, document)}
${result.error === null ? html`<section class="draft" lang="vi" aria-label="${ui.draft}">${draft(view, document)}</section>` : null}
${matrices}
${knownFindings(view, document)}
</article>
`;
}

function about(view: ReportView, { result, parents }: DocumentView): Html {
  const { ui, words } = view;
  const { error, identity, path, quality } = result;
  const lines: (string | Html)[] = [];
  if (error !== null) lines.push(html`<strong>${error.message}.</strong> ${error.next}`);
  else if (identity?.blanks.length) lines.push(result.quality?.verdict === 'ocr' ? words.unrecognised : words.draft);
  if (quality?.verdict === 'ocr') lines.push(words.ocr);
  if (quality?.verdict === 'broken') lines.push(words.broken);
  lines.push(...result.notes.map(({ text }) => text));
  const links = parents.map((parent) => html`<a class="to-parent" href="#${parent.id}">${parent.name}</a>`);
  const against = links.length === 0 ? html`<span class="alone">${ui.nothingAgainst}</span>` : separated(links);
  // for a single document the summary has said it
  const skipped = view.documents.length > 1 ? skippedLines(view, [result], false) : [];
  return html`${identity?.subject ? html`<p class="subject">${identity.subject}</p>` : null}
<p class="file">${path}</p>
${error === null && view.documents.length > 1 ? html`<p class="against">${ui.against}: ${against}</p>` : null}
${lines.map((line) => html`<p class="remark">${line}</p>`)}
${skipped.length === 0 ? null : html`<details class="skipped"><summary>${ui.rulesNotRun} (${result.skipped.length})</summary><ul>${skipped.map((line) => html`<li>${line}</li>`)}</ul></details>`}`;
}

function separated(links: readonly Html[]): Html {
  return html`${links.map((link, i) => html`${i === 0 ? null : '; '}${link}`)}`;
}

/** All findings in short, each leading to its note. */
function findingsList(view: ReportView, { id, result, findings }: DocumentView): Html | null {
  const { ui, words } = view;
  if (result.error !== null) return null;
  if (findings.length === 0) {
    const known = (result.waived ?? []).length + (result.baselined ?? []).length;
    return html`<p class="none">${known > 0 ? words.noNewFindings : ui.noFindings}</p>`;
  }
  const rows = findings.map(
    ({ number, id: target, result: { severity, message, location, rule } }) =>
      html`<li class="${severity}" data-severity="${severity}" data-rule="${rule}"><a href="#${target}">${sign(severity)}<span class="no">${number}</span><span class="vh">${capital(words.severity[severity])}: </span><span class="what">${message}</span><span class="at">${fullPlace(null, location, words)}</span></a></li>`,
  );
  return html`<section class="findings" aria-labelledby="${id}-findings"><h3 id="${id}-findings">${ui.findings} (${findings.length})</h3><ol role="list">${rows}</ol></section>`;
}

/** Findings that count for nothing, with the reasons: what was let stand must be seen. */
function knownFindings({ words }: ReportView, { result }: DocumentView): Html | null {
  const { waived = [], baselined = [], path } = result;
  if (waived.length + baselined.length === 0) return null;
  const line = (mark: string, { message, location, rule }: FindingResult, reason: string | null): Html =>
    html`<li>${capital(mark)}: ${message} <span class="at">${fullPlace(null, location, words)}</span> <code>${rule}</code>${reason === null ? null : html`<br/>${reason}`}</li>`;
  return html`<details class="known"><summary>${words.knownOf(fileName(path))} (${waived.length + baselined.length})</summary><ul>
${waived.map((finding) => line(words.waivedMark, finding, words.waivedBecause(finding.waiver)))}
${baselined.map((finding) => line(words.baselinedMark, finding, null))}</ul></details>`;
}

/** Findings about the configuration file; null if there are none. */
export function configurationSection(view: ReportView): Html | null {
  const { configuration } = view;
  if (configuration === null) return null;
  const notes = configuration.findings.map((finding) => findingNote(view, finding));
  return html`<section class="document" aria-labelledby="configuration"><header class="about"><h2 id="configuration">${configuration.path}</h2></header><div class="notes">${notes}</div></section>`;
}

/** The text; if there is only a result, the notes alone. */
function draft(view: ReportView, document: DocumentView): Html {
  const { kase, findings, id } = document;
  const notes = (list: readonly FindingView[]): Html => html`${list.map((finding) => findingNote(view, finding))}`;
  if (kase === null || kase.document.blocks.length === 0) return html`<div class="notes">${notes(findings)}</div>`;
  const { blocks } = kase.document;
  const homes = new Map<number, FindingView[]>();
  for (const finding of findings) {
    const home = blockAt(blocks, finding.span?.start ?? 0) ?? 0;
    const list = homes.get(home);
    if (list === undefined) homes.set(home, [finding]);
    else list.push(finding);
  }
  const matches = document.parents.map((parent) => ({ parent, of: matchesOf(kase, parent.loaded) }));
  return flow({
    loaded: kase,
    prefix: id,
    marks: marksByBlock(blocks, findings.flatMap(markOf)),
    level: 4,
    severities: view.words.severity,
    tableName: view.ui.table,
    lead: (block) => matchLink(view, matches, block),
    beside: (row) => {
      const here = row.flatMap((block) => homes.get(block) ?? []);
      return here.length === 0 ? null : notes(here);
    },
  });
}

function markOf({ span, id, wordsId, number, result }: FindingView): Mark[] {
  return span === null || wordsId === null
    ? []
    : [{ span, id: wordsId, target: id, severity: result.severity, number }];
}

/** The link to the counterpart in the first parent that has one. */
function matchLink(
  { ui }: ReportView,
  matches: readonly { parent: ParentView; of: ReadonlyMap<number, Match> }[],
  block: number,
): Html | null {
  for (const { parent, of } of matches) {
    const match = of.get(block);
    if (match === undefined) continue;
    const title = match.same ? ui.sameClause : ui.rewordedClause;
    return html`<a class="lead" href="#${parent.id}-b${match.block}" tabindex="-1" title="${title}" aria-label="${title}">${match.same ? '=' : '≈'}</a>`;
  }
  return null;
}
