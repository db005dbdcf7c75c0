/** Plans that belong together in the editor: one configuration, its rules, and the library in which parents are found. */

import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { rulesOf } from '../config/rules.js';
import { waiversOf } from '../config/waivers.js';
import type { Case, LoadedPlan } from '../engine/check.js';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/load.js';
import { runRules } from '../engine/run.js';
import { type ConfiguredWaiver, holds } from '../engine/waivers.js';
import type { Language, PlanlintError } from '../errors.js';
import { buildLibrary, type Library } from '../library/library.js';
import { linkCase } from '../library/parents.js';
import { type Names, Shelf } from '../shelf.js';
import { QUICK_GLOB } from '../source/endings.js';
import { expand, type Ignore, isLeftOut } from '../source/files.js';
import type { Settings } from './settings.js';

/** Where a project lies: its configuration, or the folder that is opened. */
export interface ProjectPlace {
  /** Absolute path of planlint.yaml; null if there is none. */
  configFile: string | null;
  /** Folder opened in the editor that holds the document; null if none is. */
  opened: string | null;
  /** Folder of the document. */
  nearby: string;
}

/** More files than this are no library of plans. */
const MOST_FILES = 5000;

export class Project {
  readonly config: LoadedConfig;
  readonly rules: readonly Rule[];
  private readonly waivers: readonly ConfiguredWaiver[];
  readonly lang: Language;
  /** Folder that paths are relative to. */
  readonly folder: string;
  readonly ignore: Ignore;
  private readonly names: readonly Names[];
  private readonly shelf: Shelf;
  private readonly configTime: number;
  private library: Library | null = null;
  /** Whether the library was built from all of its documents. */
  private builtWhenRead = false;
  /** Files put on the shelf since the library was built. */
  private readonly changed = new Set<string>();
  private reading: Promise<void> | null;
  /** Whether the whole library is on the shelf. */
  isRead: boolean;

  private readonly leftOut = new Map<string, boolean>();

  /** Loads configuration and rules; what `before` has read stays read. Throws `PlanlintError` where one of them is wrong. */
  constructor(place: ProjectPlace, settings: Settings, fallback: Language, before: Project | null) {
    const { configFile } = place;
    this.folder = folderOf(place);
    this.configTime = timeOf(configFile);
    this.config = loadConfig(configFile === null ? { none: true } : { file: configFile }, this.folder);
    this.rules = rulesOf(this.config, []);
    this.waivers = waiversOf(this.config, this.rules);
    this.lang = settings.lang ?? this.config.lang ?? fallback;
    this.ignore = { folder: this.folder, globs: this.config.ignore };
    this.names = libraryOf(place, this.folder, this.config, settings);
    const same = before !== null && isDeepStrictEqual([before.ignore, before.names], [this.ignore, this.names]);
    this.shelf = same ? before.shelf : new Shelf(this.folder, this.ignore);
    this.reading = same ? before.reading : null;
    this.isRead = same && before.isRead;
  }

  /** Whether the configuration is as it was read. */
  isCurrent({ configFile }: ProjectPlace): boolean {
    return timeOf(configFile) === this.configTime;
  }

  /** Whether a file belongs to the user's own rules. */
  hasRules(file: string): boolean {
    return this.config.ruleDirs.some((dir) => file.startsWith(resolve(this.folder, dir)));
  }

  /** Whether a file is none of the plans: a README, or one that the configuration ignores. */
  async isLeftOut(file: string): Promise<boolean> {
    const known = this.leftOut.get(file) ?? (await isLeftOut(file, this.ignore));
    this.leftOut.set(file, known);
    return known;
  }

  /** The path by which a file is called in this project, as the library calls it. */
  pathOf(file: string): string {
    const local = relative(this.folder, file).replaceAll('\\', '/');
    return local.startsWith('..') || local === '' ? file : local;
  }

  /** Reads the library, once; `progress` is told how far it is. What cannot be read is passed over: it is no document of the editor. */
  read(progress: (done: number, all: number) => void): Promise<void> {
    this.reading ??= this.readAll(progress);
    return this.reading.then(() => {
      this.isRead = true;
    });
  }

  private async readAll(progress: (done: number, all: number) => void): Promise<void> {
    const files: string[] = [];
    for (const { base, names } of this.names) {
      for (const name of names) files.push(...(await expand(name, base, this.folder, this.ignore)).paths);
    }
    const some = files.slice(0, MOST_FILES);
    for (const [i, file] of some.entries()) {
      await this.shelf.take({ base: this.folder, names: [file] });
      // a document takes some milliseconds; between two of them the editor gets its answers
      await new Promise((done) => setImmediate(done));
      progress(i + 1, some.length);
    }
  }

  /** Understands a document as it stands in the editor. Rejects with `PlanlintError` for an empty one. */
  async put(file: string, text: string): Promise<LoadedPlan> {
    const path = this.pathOf(file);
    const taken = await this.shelf.put({ path, bytes: new TextEncoder().encode(text) });
    if ('error' in taken) throw taken.error satisfies PlanlintError;
    this.changed.add(path);
    return taken.plan;
  }

  /** A document with the parents that its citations resolve to. */
  link(loaded: LoadedPlan, today: string): Case {
    const { path } = loaded.document;
    const library = this.libraryFor(path);
    library.links.delete(path);
    return linkCase(loaded, library, [], today);
  }

  /** What is found in a case, with what the configuration and the document itself waive left out. */
  findings(kase: Case): Finding[] {
    const file = resolve(this.folder, kase.document.path);
    const holding = this.waivers.filter((waiver) => holds(waiver, kase.today) && waiver.concerns(file));
    return runRules(kase, this.rules, holding).findings;
  }

  /** A document of the library by its path; null if it has none. */
  documentAt(path: string): LoadedPlan | null {
    return this.library?.byPath.get(path)?.loaded ?? null;
  }

  /** A file was changed, made or removed on disk, or closed in the editor: it is read again if the library has it. */
  async refresh(file: string): Promise<void> {
    this.shelf.forget(file);
    if (this.isRead) for (const names of this.names) await this.shelf.take(names);
    this.changed.add(this.pathOf(file));
  }

  /** A document never resolves to itself: the library need not be built anew for its own last change. */
  private libraryFor(path: string): Library {
    if (this.isRead !== this.builtWhenRead) this.library = null;
    const others = [...this.changed].some((one) => one !== path);
    if (this.library === null || others) {
      this.library = buildLibrary(this.shelf.plans());
      this.builtWhenRead = this.isRead;
      this.changed.clear();
    }
    return this.library;
  }
}

function folderOf({ configFile, opened, nearby }: ProjectPlace): string {
  return configFile === null ? (opened ?? nearby) : resolve(configFile, '..');
}

/** What the configuration says, else the editor's setting, else all that was opened; for a single file its neighbours. */
function libraryOf(
  { opened, nearby, configFile }: ProjectPlace,
  folder: string,
  { library }: LoadedConfig,
  settings: Settings,
): Names[] {
  if (library.length > 0) return [{ base: folder, names: library }];
  if (settings.library !== undefined) return [{ base: opened ?? nearby, names: settings.library }];
  if (configFile !== null || opened !== null) return [{ base: folder, names: ['.'] }];
  return [{ base: nearby, names: [QUICK_GLOB] }];
}

/** When a file was last written; 0 for one that is not there. */
function timeOf(file: string | null): number {
  return file === null ? 0 : (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
