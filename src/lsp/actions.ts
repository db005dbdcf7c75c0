/** Quick fixes for findings, and all safe fixes of a document at once. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding.js';
import { fixOf } from '../fix/edits.js';
import { fixesOf } from '../fix/fix-text.js';
import { shorten } from '../report/quote.js';
import type { Replacement } from '../text/replacement.js';
import type { Checked } from './checked.js';
import { rangeOfFinding } from './diagnostics.js';
import { hasMark, touches } from './places.js';
import type { Client } from './settings.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.planlint`;

const WORDS_LIMIT = 60;

/** What can be done about the findings in a range. `only`: the kinds that the editor asks for; all if absent. */
export function actionsIn(
  checked: Checked,
  range: Range,
  diagnostics: readonly Diagnostic[],
  only: readonly string[] | undefined,
  client: Client,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, only)) {
    for (const finding of checked.findings) {
      if (!touches(rangeOfFinding(checked, finding), range)) continue;
      const fix = quickFix(checked, finding, client);
      const waiver = waive(checked, finding, client);
      for (const action of [fix, waiver]) {
        if (action !== null) actions.push({ ...action, ...diagnosticOf(finding, diagnostics) });
      }
    }
  }
  // an editor lists source actions only where it is asked for them
  if (only !== undefined && isWanted(FIX_ALL, only)) actions.push(...fixAll(checked, client));
  return actions;
}

/** "source.fixAll" asks for "source.fixAll.planlint", too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

function diagnosticOf({ fingerprint }: Finding, diagnostics: readonly Diagnostic[]): { diagnostics?: Diagnostic[] } {
  const own = diagnostics.filter(({ data }) => fingerprintOf(data) === fingerprint);
  return own.length === 0 ? {} : { diagnostics: own };
}

function fingerprintOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : null;
}

/** The fix of a finding; one that has to be read first is marked as a suggestion. */
function quickFix(checked: Checked, finding: Finding, client: Client): CodeAction | null {
  const { lang, text } = checked;
  if (finding.fix === null) return null;
  const sure = { ...finding, fix: { ...finding.fix, safe: true } };
  const fix = fixOf(sure, checked.kase.document, withoutMark(text));
  if (fix === null || 'reason' in fix) return null;
  const words = shorten(finding.fix.text, WORDS_LIMIT);
  const title = finding.fix.safe
    ? { vi: `Sửa thành “${words}”`, en: `Change to “${words}”` }
    : { vi: `Gợi ý, cần xem lại: “${words}”`, en: `Suggestion, to be read first: “${words}”` };
  return {
    title: title[lang],
    kind: CodeActionKind.QuickFix,
    isPreferred: finding.fix.safe,
    edit: workspaceEdit(checked, fix.edits, client),
  };
}

/**
 * A comment that lets the finding stand. Its reason is left open: without one it is not honoured, and a finding of its own says so.
 * It stands on a line of its own, or at the end of the line in a table, which a further line would break.
 */
function waive(checked: Checked, finding: Finding, client: Client): CodeAction | null {
  const { lang, text, kase } = checked;
  const { start } = finding.location;
  // findings on waivers cannot be waived
  if (start === null || finding.rule.startsWith('waiver/')) return null;
  const source = withoutMark(text);
  const lineStart = start.offset - start.column + 1;
  const line = /[^\r\n]*/uy;
  line.lastIndex = lineStart;
  const words = line.exec(source)?.[0] ?? '';
  const block = kase.document.blocks.find((one) => one.start <= finding.span.start && finding.span.start <= one.end);
  const inTable = block?.cell != null;
  const scope = inTable ? 'line' : 'next-line';
  const comment = `<!-- planlint-disable-${scope} ${finding.rule} --  -->`;
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^[ \t]*/u.exec(words)?.[0] ?? '';
  const at = inTable ? lineStart + words.length : lineStart;
  const edit = { start: at, end: at, text: inTable ? ` ${comment}` : `${indent}${comment}${lineBreak}` };
  const title = { vi: `Bỏ qua ${finding.rule} ở đây (phải ghi lý do)`, en: `Let ${finding.rule} stand here (say why)` };
  return {
    title: title[lang],
    kind: CodeActionKind.QuickFix,
    isPreferred: false,
    edit: workspaceEdit(checked, [edit], client),
  };
}

function fixAll(checked: Checked, client: Client): CodeAction[] {
  const { fixes } = fixesOf(withoutMark(checked.text), checked.kase.document, checked.findings);
  if (fixes.length === 0) return [];
  const edits = fixes.flatMap((fix) => fix.edits);
  const title = {
    vi: `planlint: sửa ${fixes.length} chỗ chắc chắn đúng`,
    en: `planlint: fix ${fixes.length} that are certain`,
  };
  return [{ title: title[checked.lang], kind: FIX_ALL, edit: workspaceEdit(checked, edits, client) }];
}

function workspaceEdit(
  { uri, version, text }: Checked,
  replacements: readonly Replacement[],
  { versionedEdits }: Client,
): WorkspaceEdit {
  const document = TextDocument.create(uri, 'plaintext', version, text);
  const mark = text.length - withoutMark(text).length;
  const edits = replacements.map(({ start, end, text: newText }): TextEdit => {
    return { range: { start: document.positionAt(start + mark), end: document.positionAt(end + mark) }, newText };
  });
  if (versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}

function withoutMark(text: string): string {
  return hasMark(text) ? text.slice(1) : text;
}
