/** The outline of a plan as the editor shows it: parts, sections and points; dashes are left out. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import type { Section } from '../plan/plan.js';
import { printable } from '../text/printable.js';
import type { Checked } from './checked.js';
import { hasMark, rangeOfSpan } from './places.js';

const TITLE_LIMIT = 90;

/** Sections as a tree. */
export function symbolTree(checked: Checked): DocumentSymbol[] {
  return symbolsOf(checked, checked.kase.plan.outline);
}

/** Sections as a list, for editors that know no tree. */
export function symbolList(checked: Checked): SymbolInformation[] {
  const list = (symbols: readonly DocumentSymbol[], container: string | undefined): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children }) => [
      {
        name,
        kind,
        location: { uri: checked.uri, range },
        ...(container !== undefined && { containerName: container }),
      },
      ...list(children ?? [], name),
    ]);
  return list(symbolTree(checked), undefined);
}

function symbolsOf(checked: Checked, sections: readonly Section[]): DocumentSymbol[] {
  const { kase, text } = checked;
  return sections
    .filter(({ label }) => label.system !== 'dash')
    .map((section) => {
      const range = rangeOfSpan(kase.document, section.range, hasMark(text));
      const own = rangeOfSpan(kase.document, section.span, hasMark(text));
      const name = beginning(`${section.label.text} ${section.title}`);
      return {
        name: name === '' ? '…' : name,
        kind: section.heading ? SymbolKind.Namespace : SymbolKind.String,
        range,
        // editors refuse a selection that is not inside its range
        selectionRange: isInside(own, range) ? own : { start: range.start, end: range.start },
        children: symbolsOf(checked, section.children),
      };
    });
}

function beginning(text: string): string {
  const clean = printable(text).trim();
  if (clean.length <= TITLE_LIMIT) return clean;
  return `${clean.slice(0, clean.lastIndexOf(' ', TITLE_LIMIT))} …`;
}

function isInside(inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean {
  const number = ({ line, character }: { line: number; character: number }): number => line * 1e6 + character;
  return number(inner.start) >= number(outer.start) && number(inner.end) <= number(outer.end);
}
