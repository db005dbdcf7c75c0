/**
 * What earlier runs found out, for as long as nothing that it depends on has changed: the facts of documents, by their content, and what came of
 * checking one, by its content and by all that its check can see.
 */
import { createHash } from 'node:crypto';
import type { LoadedPlan } from '../engine/check.js';
import type { Rule } from '../engine/load.js';
import type { Language } from '../errors.js';
import type { ReadOptions, SourceDocument } from '../source/document.js';
import { type Entries, nameOf } from './entries.js';
import { factsOf, type KnownFacts } from './unread.js';

/** What all documents of a run have in common. */
export interface RunSettings {
  /** Name of the build of the program: its code, rules and data. */
  build: string;
  rules: readonly Rule[];
  lang: Language;
  reading: ReadOptions;
  /** The waivers of the configuration as they are written, with the file that they stand in. */
  waivers: unknown;
}

export class Cache {
  readonly entries: Entries;
  /** Stands for all settings in the keys of results. */
  readonly settings: string;
  private readonly reader: string;
  private readonly contents = new WeakMap<SourceDocument, { name: string; commented: boolean }>();

  constructor(entries: Entries, { build, rules, lang, reading, waivers }: RunSettings) {
    this.entries = entries;
    this.reader = JSON.stringify([build, process.version, reading]);
    const words = rules.map(({ id, check, severities, needs, ocr, options, title, messages, why }) => {
      return { id, check: check.name, severities, needs, ocr, options, title, messages, why };
    });
    this.settings = nameOf(this.reader, JSON.stringify([words, lang, waivers]));
  }

  /** The facts of a document whose content has this name; null if they are not known. */
  facts(path: string, content: string): KnownFacts | null {
    // only this class writes under such a key, and the entry is whole
    return (this.entries.get(this.keyOfFacts(path, content)) as KnownFacts | undefined) ?? null;
  }

  /** A document of known facts is at hand. */
  use({ document }: LoadedPlan, { commented }: KnownFacts, content: string): void {
    this.contents.set(document, { name: content, commented });
  }

  /** A document was read; its content has this name. */
  keep(loaded: LoadedPlan, content: string): void {
    if (!isToldByContent(loaded)) return;
    const facts = factsOf(loaded);
    this.use(loaded, facts, content);
    this.entries.put(this.keyOfFacts(loaded.document.path, content), facts);
  }

  /** The name of a document's content; null where what was read depends on more than that. */
  contentOf({ document }: LoadedPlan): string | null {
    return this.contents.get(document)?.name ?? null;
  }

  /** The day, where it makes a difference for a document: checks do not know it, but waivers in comments end. */
  dayFor({ document }: LoadedPlan, today: string): string | null {
    return this.contents.get(document)?.commented ? today : null;
  }

  private keyOfFacts(path: string, content: string): string {
    return nameOf('facts', this.reader, path, content);
  }
}

/** The name that git gives to a content, so that what was checked in the working copy is known in the index too. */
export function contentName(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether reading a file again gives the same: not where a program of the machine was asked (LibreOffice; pdftotext and recognition leave a note). */
function isToldByContent({ document: { path, format, notes } }: LoadedPlan): boolean {
  if (/\.(?:doc|odt)$/iu.test(path)) return false;
  return format !== 'pdf' || notes.length === 0;
}
