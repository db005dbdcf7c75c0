/** An editor as far as a language server can tell: starts the real executable and speaks the protocol with it. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bin } from './run.js';

const FULL = {
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
};

interface EditorOptions {
  /** What the editor says that it can do; nearly everything if absent. */
  capabilities?: object;
  /** Answer to `workspace/configuration`. */
  settings?: unknown;
}

/** What was shown for a document, newest last. */
type Shown = PublishDiagnosticsParams;

export class Editor {
  readonly shown: Shown[] = [];
  readonly messages: string[] = [];
  readonly logs: string[] = [];
  settings: unknown;
  private readonly folder: string;
  private readonly child;
  private readonly connection;
  private readonly documents = new Map<string, TextDocument>();
  private readonly listeners = new Set<() => void>();
  /** Exit code, once the process has ended. */
  readonly exited: Promise<number | null>;

  constructor(folder: string, settings: unknown = null) {
    this.folder = folder;
    this.settings = settings;
    this.child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder });
    this.exited = new Promise((done) => this.child.on('close', done));
    this.child.stderr.on('data', (chunk: Buffer) => this.logs.push(chunk.toString()));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Shown) => this.tell(this.shown, params));
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
      this.tell(this.messages, message),
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) =>
      this.tell(this.logs, message),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', () => [this.settings]);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onError(() => {});
    this.connection.listen();
    onTestFinished(() => {
      this.connection.dispose();
      this.child.kill();
    });
  }

  /** Starts an editor with a folder opened. */
  static async open(folder: string, { capabilities = FULL, settings = null }: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(folder, settings);
    await editor.initialize(capabilities);
    await editor.notify('initialized', {});
    return editor;
  }

  initialize(capabilities: object = FULL, initializationOptions?: unknown): Promise<InitializeResult> {
    const uri = pathToFileURL(this.folder).href;
    return this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'plans' }],
      capabilities,
      initializationOptions,
    });
  }

  uri(name: string): string {
    return `${pathToFileURL(this.folder).href}/${name}`;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async type(name: string, text: string): Promise<void> {
    const document = TextDocument.create(this.uri(name), 'markdown', 1, text);
    this.documents.set(name, document);
    await this.notify('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Makes edits one after another, as an editor sends them. */
  async edit(name: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(name);
    const version = document.version + 1;
    // from the end to the beginning, so that the places before stay what they are
    const contentChanges = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    this.documents.set(name, TextDocument.update(document, contentChanges, version));
    await this.notify('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  /** Replaces the first place where some words stand. */
  async replace(name: string, words: string, by: string): Promise<void> {
    const document = this.document(name);
    const start = document.getText().indexOf(words);
    const range = { start: document.positionAt(start), end: document.positionAt(start + words.length) };
    await this.edit(name, [{ range, newText: by }]);
  }

  async apply(name: string, { edit }: CodeAction): Promise<void> {
    const [change] = edit?.documentChanges ?? [];
    const edits = change !== undefined && 'edits' in change ? change.edits : (edit?.changes?.[this.uri(name)] ?? []);
    await this.edit(name, edits as TextEdit[]);
  }

  document(name: string): TextDocument {
    return this.documents.get(name) as TextDocument;
  }

  textAt(name: string, { range }: Pick<Diagnostic, 'range'>): string {
    return this.document(name).getText(range);
  }

  /** Waits until what is shown for the newest version of a document is as wanted; rejects with what was shown instead. */
  async until(name: string, wanted: (diagnostics: Diagnostic[]) => boolean, patience = 40_000): Promise<Diagnostic[]> {
    const current = (): Diagnostic[] | undefined => {
      const version = this.documents.get(name)?.version;
      const last = this.shown.findLast(({ uri }) => uri === this.uri(name));
      return last?.version === version ? last?.diagnostics : undefined;
    };
    await this.happens(
      () => {
        const diagnostics = current();
        return diagnostics !== undefined && wanted(diagnostics);
      },
      patience,
      () => JSON.stringify([this.shown.at(-1), this.logs, this.messages]),
    );
    return current() ?? [];
  }

  /** Waits until something is so. */
  async happens(condition: () => boolean, patience = 40_000, instead = () => JSON.stringify(this.logs)): Promise<void> {
    if (condition()) return;
    await new Promise<void>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`waited in vain; instead: ${instead()}`)), patience);
      const listener = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        this.listeners.delete(listener);
        done();
      };
      this.listeners.add(listener);
    });
  }

  async close(): Promise<number | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    return this.exited;
  }

  hangUp(): Promise<number | null> {
    this.child.stdin.end();
    return this.exited;
  }

  private tell<T>(list: T[], value: T): void {
    list.push(value);
    for (const listener of [...this.listeners]) listener();
  }
}
