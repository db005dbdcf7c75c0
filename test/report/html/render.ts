/** Makes pages from texts, as a run on files would, and reads them strictly. */
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { loadConfig } from '../../../src/config/load.js';
import { rulesOf } from '../../../src/config/rules.js';
import type { LoadedPlan } from '../../../src/engine/check.js';
import { runRules } from '../../../src/engine/run.js';
import type { Language } from '../../../src/errors.js';
import { buildLibrary } from '../../../src/library/library.js';
import { linkCase } from '../../../src/library/parents.js';
import { parsePlan } from '../../../src/plan/parse.js';
import type { ReportContext } from '../../../src/report/formats.js';
import { htmlReport } from '../../../src/report/html/report.js';
import { makeResult, type Outcome } from '../../../src/report/make.js';
import type { LintResult } from '../../../src/report/result.js';
import { sourceFromText } from '../../../src/source/read.js';

const rules = rulesOf(loadConfig({ none: true }, import.meta.dirname), []);
const TODAY = '2026-06-01';

/** Texts by file name. */
export type Texts = Record<string, string>;

export function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

/** A result and the context in which reporters get it. Parents are found by citation, or given to all documents. */
export function checked(
  texts: Texts,
  { parents = {}, given = true, lang = 'vi' }: { parents?: Texts; given?: boolean; lang?: Language } = {},
): { result: LintResult; context: ReportContext } {
  const documents = Object.entries(texts).map(([path, text]) => load(text, path));
  const above = Object.entries(parents).map(([path, text]) => load(text, path));
  const library = buildLibrary([...documents, ...above]);
  const outcomes = documents.map((document): Outcome => {
    const kase = linkCase(document, library, given ? above : [], TODAY);
    return { kase, ...runRules(kase, rules) };
  });
  const context: ReportContext = {
    failOn: 'error',
    maxWarnings: null,
    rules,
    outcomes,
    colour: false,
    width: 100,
    quiet: false,
  };
  return { result: makeResult({ outcomes, problems: [] }, rules, lang), context };
}

/** The page of these texts. */
export function pageOf(texts: Texts, options: Parameters<typeof checked>[1] = {}): string {
  const { result, context } = checked(texts, options);
  return htmlReport(result, context);
}

/** A page as a tree. It is written so that XML can read it, and any slip of escaping breaks that. */
export function parsed(page: string): Document {
  const markup = page
    .replace('<!DOCTYPE html>', '')
    .replace(/<(style|script)>[\s\S]*?<\/\1>/gu, (_, name: string) => `<${name}></${name}>`);
  const parser = new DOMParser({
    onError: (level, message) => {
      // "�" is what the page shows for characters that nobody would see
      if (message.includes('replacement character')) return;
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(markup, 'text/xml');
}

export function elements(document: Document): Element[] {
  return [...document.getElementsByTagName('*')];
}

/** The words of a document in an element: without the numbers of findings and the signs in the gutter. */
export function wordsIn(node: Node): string {
  return Array.from(node.childNodes)
    .map((child) => {
      if (child.nodeType === child.TEXT_NODE) return child.nodeValue ?? '';
      if (child.nodeName === 'sup' || hasClass(child, 'lead')) return '';
      return wordsIn(child);
    })
    .join('');
}

function hasClass(node: Node, name: string): boolean {
  return 'getAttribute' in node && classes(node as Element).includes(name);
}

/** Elements that have a class. */
export function withClass(document: Document, name: string): Element[] {
  return elements(document).filter((element) => classes(element).includes(name));
}

export function classes(element: Element): string[] {
  return (element.getAttribute('class') ?? '').split(/\s+/u).filter(Boolean);
}
