/** The open documents and their projects: checks each a moment after it was changed, and what depends on it after that. */

import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { discoverConfig } from '../config/discover.js';
import type { LoadedPlan } from '../engine/check.js';
import { type Language, PlanlintError } from '../errors.js';
import type { Plan } from '../plan/plan.js';
import { isQuickFile, isTextFile } from '../source/endings.js';
import type { Checked } from './checked.js';
import { Project, type ProjectPlace } from './project.js';
import type { Settings } from './settings.js';

/** What the session needs of the editor. */
export interface Editor {
  /** The document as it is now; undefined once it is closed. */
  document(uri: string): TextDocument | undefined;
  documents(): TextDocument[];
  /** Shows what was found; null for a document that is not checked. */
  show(uri: string, checked: Checked | null): void;
  /** Says something to the user, once as long as it stays the same. */
  complain(about: string, error: PlanlintError | null, lang: Language): void;
  /** A fault of the program itself. */
  fault(error: unknown): void;
  /** Tells how far the reading of a library is; the last call has `done` equal to `all`. */
  progress(folder: string, done: number, all: number): void;
}

/** After a keystroke the document is checked once nothing was typed for so long, in milliseconds; documents that depend on it later. */
const TYPING = 250;
const DEPENDING = 900;
/** If the library takes longer to read, the document is first checked without it. */
const PATIENCE = 700;

/** Findings of this rule say that the library has no parent: as long as it is being read, that is not known. */
const ABOUT_LIBRARY = 'citation/unresolved';

export class Session {
  private readonly editor: Editor;
  private readonly today: () => string;
  private readonly fallback: Language;
  private folders: string[];
  private settings: Settings;
  private readonly projects = new Map<string, Project>();
  /** Projects as they were before the configuration was changed: what they have read need not be read again. */
  private readonly former = new Map<string, Project>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  /** What the last check gave; null for a document that is not checked. */
  private readonly states = new Map<string, { version: number; checked: Checked | null }>();

  constructor(
    editor: Editor,
    start: { folders: string[]; settings: Settings; today: () => string; fallback: Language },
  ) {
    this.editor = editor;
    this.folders = start.folders;
    this.settings = start.settings;
    this.today = start.today;
    this.fallback = start.fallback;
  }

  /** Checks a document at once when it is opened, and when the typing pauses after that. */
  changed(uri: string): void {
    this.schedule(uri, this.states.has(uri) ? TYPING : 0);
  }

  /** The file of a closed document is read again: what was not saved is gone. */
  closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.states.delete(uri);
    this.editor.show(uri, null);
    const file = this.fileOf(uri);
    if (file !== null) void this.refresh([file]);
  }

  /** Files were changed on disk, or saved in the editor. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const files = uris.flatMap((uri) => this.fileOf(uri) ?? []);
    if (files.some((file) => this.isAboutRules(file))) this.reconfigured();
    const open = new Set(this.editor.documents().map(({ uri }) => this.fileOf(uri)));
    // of an open document the text in the editor counts
    await this.refresh(files.filter((file) => isQuickFile(file) && !open.has(file)));
    for (const { uri } of this.editor.documents()) this.schedule(uri, TYPING);
  }

  /** The user's settings, which may be as they were. */
  settingsChanged(settings: Settings): void {
    if (!isDeepStrictEqual(settings, this.settings)) this.reconfigured(settings);
  }

  /** Configuration, rules or folders were changed. */
  reconfigured(settings: Settings = this.settings, folders: readonly string[] = this.folders): void {
    this.settings = settings;
    this.folders = [...folders];
    for (const [key, project] of this.projects) this.former.set(key, project);
    this.projects.clear();
    for (const { uri } of this.editor.documents()) this.schedule(uri, 0);
  }

  /** What is known of a document as it is now; checks it if it was changed since. Null for one that is not checked. */
  async current(uri: string): Promise<Checked | null> {
    for (let turn = 0; turn < 3; turn++) {
      const state = this.states.get(uri);
      const document = this.editor.document(uri);
      const done = state !== undefined && state.version === document?.version && !this.timers.has(uri);
      if (document === undefined || done) return state?.checked ?? null;
      this.schedule(uri, -1);
      await this.running.get(uri);
    }
    return null;
  }

  /** A document of the library of an open document's project, by its path. */
  libraryDocument(uri: string, path: string): LoadedPlan | null {
    const file = this.fileOf(uri);
    return file === null ? null : (this.projects.get(keyOf(this.placeOf(file)))?.documentAt(path) ?? null);
  }

  /** Stops everything that is still to come. */
  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Checks a document after a delay in milliseconds, at once for -1; only the last call counts. */
  private schedule(uri: string, delay: number): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (delay < 0) this.start(uri);
    else
      this.timers.set(
        uri,
        setTimeout(() => this.start(uri), delay),
      );
  }

  /** One check of a document at a time; faults are told and end nothing. */
  private start(uri: string): void {
    this.timers.delete(uri);
    const before = this.running.get(uri) ?? Promise.resolve();
    const run = before.then(() => this.check(uri)).catch((error: unknown) => this.editor.fault(error));
    this.running.set(uri, run);
    void run.finally(() => {
      if (this.running.get(uri) === run) this.running.delete(uri);
    });
  }

  private async check(uri: string): Promise<void> {
    const document = this.editor.document(uri);
    const file = this.fileOf(uri);
    if (document === undefined || file === null) return;
    const { version } = document;
    const project = isTextFile(file) ? this.projectOf(file) : null;
    if (project === null || (await project.isLeftOut(file))) {
      this.show(uri, version, null);
      return;
    }
    const ready = await this.isReady(project);
    const text = document.getText();
    const loaded = await project.put(file, text).catch((error: unknown) => {
      // an empty document has nothing to find
      if (error instanceof PlanlintError) return null;
      throw error;
    });
    if (this.editor.document(uri)?.version !== version) return;
    if (loaded === null || !isDocument(loaded.plan)) {
      this.show(uri, version, null);
      return;
    }
    const kase = project.link(loaded, this.today());
    const findings = project.findings(kase);
    const { folder, rules, lang } = project;
    const known = ready ? findings : findings.filter(({ rule }) => rule !== ABOUT_LIBRARY);
    const before = this.states.get(uri)?.checked;
    const checked = { uri, version, text, folder, kase, findings: known, rules, lang, preliminary: !ready };
    this.show(uri, version, checked);
    if (!ready) void project.read(() => {}).then(() => this.schedule(uri, 0));
    else if (before != null && before.text !== text) this.scheduleDependent(checked);
  }

  /** Open plans that have the changed one for a parent. */
  private scheduleDependent({ uri, kase }: Checked): void {
    for (const [other, { checked }] of this.states) {
      const depends = checked?.kase.parents.some(({ document }) => document.path === kase.document.path);
      if (other !== uri && depends) this.schedule(other, DEPENDING);
    }
  }

  private show(uri: string, version: number, checked: Checked | null): void {
    this.states.set(uri, { version, checked });
    this.editor.show(uri, checked);
  }

  /** Whether the library is read, after some patience. */
  private async isReady(project: Project): Promise<boolean> {
    if (project.isRead) return true;
    const reading = project.read((done, all) => this.editor.progress(project.folder, done, all));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((done) => {
      timer = setTimeout(done, PATIENCE);
    });
    await Promise.race([reading, patience]);
    clearTimeout(timer);
    return project.isRead;
  }

  /** The project of a file, loaded anew where its configuration was changed; null, and a complaint, where that is wrong. */
  private projectOf(file: string): Project | null {
    const place = this.placeOf(file);
    const key = keyOf(place);
    const known = this.projects.get(key);
    if (known?.isCurrent(place)) return known;
    this.projects.delete(key);
    try {
      const project = new Project(place, this.settings, this.fallback, known ?? this.former.get(key) ?? null);
      this.projects.set(key, project);
      this.editor.complain(key, null, project.lang);
      return project;
    } catch (error) {
      if (!(error instanceof PlanlintError)) throw error;
      if (known !== undefined) this.former.set(key, known);
      this.editor.complain(key, error, this.settings.lang ?? this.fallback);
      return null;
    }
  }

  private placeOf(file: string): ProjectPlace {
    const nearby = dirname(file);
    return {
      configFile: discoverConfig([nearby]),
      opened: this.folders.find((folder) => holds(folder, file)) ?? null,
      nearby,
    };
  }

  private async refresh(files: readonly string[]): Promise<void> {
    for (const project of new Set([...this.projects.values(), ...this.former.values()])) {
      for (const file of files) await project.refresh(file).catch((error: unknown) => this.editor.fault(error));
    }
  }

  private isAboutRules(file: string): boolean {
    if (!/\.ya?ml$/iu.test(file)) return false;
    return /^planlint\.ya?ml$/u.test(basename(file)) || [...this.projects.values()].some((one) => one.hasRules(file));
  }

  /** The file of an address; a document that was never saved counts as one of the folder that is opened. Null for any other. */
  private fileOf(uri: string): string | null {
    try {
      if (uri.startsWith('file:')) return fileURLToPath(uri);
      const name = /^untitled:(?:.*\/)?([^/]+)$/u.exec(uri)?.[1];
      if (name === undefined) return null;
      const folder = this.folders[0] ?? process.cwd();
      return join(folder, isTextFile(name) ? name : `${name}.md`);
    } catch {
      return null;
    }
  }
}

/** One project for each configuration, else for each folder. */
function keyOf({ configFile, opened, nearby }: ProjectPlace): string {
  return configFile ?? opened ?? nearby;
}

function holds(folder: string, file: string): boolean {
  const local = relative(folder, file);
  return !local.startsWith('..') && !isAbsolute(local);
}

/** Notes and other texts are let be: a document says its kind or number, or who issues it when. */
function isDocument({ identity: { type, number, issuer, dateParts } }: Plan): boolean {
  return type !== null || number !== null || (issuer !== null && dateParts.year !== null);
}
