/** The language server: the protocol on one side, the session on the other. */

import { fileURLToPath } from 'node:url';
import {
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, PlanlintError } from '../errors.js';
import { QUICK_GLOB } from '../source/endings.js';
import { printable } from '../text/printable.js';
import { version } from '../version.js';
import { actionsIn, FIX_ALL } from './actions.js';
import { definitionsAt } from './definition.js';
import { diagnosticsOf } from './diagnostics.js';
import { hoverAt } from './hover.js';
import { type Editor, Session } from './session.js';
import { type Client, clientOf, type Settings, settingsOf } from './settings.js';
import { symbolList, symbolTree } from './symbols.js';

export interface ServerOptions {
  /** Today as ISO date. */
  today(): string;
  /** Language of messages where neither settings nor configuration say one. */
  lang: Language;
}

/** Files whose changes on disk matter. */
const WATCHED = [`**/${QUICK_GLOB}`, '**/*.{yaml,yml}'];

/** Serves an editor over standard input and output until it says `exit`; then the process ends: with 0 after a `shutdown`, else with 1. */
export function startServer(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, options: ServerOptions): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  let client: Client | null = null;
  let session: Session | null = null;
  const folders: string[] = [];

  connection.onInitialize((params) => {
    client = clientOf(params);
    folders.push(...foldersOf(params));
    const settings = settingsOf(params.initializationOptions);
    const editor = editorOf(connection, documents, client, settings.lang ?? options.lang);
    session = new Session(editor, { folders, settings, today: options.today, fallback: options.lang });
    return capabilities(client);
  });

  connection.onInitialized(async () => {
    if (client === null || session === null) return;
    if (client.watching) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.configuration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'planlint' });
      const settings = await askSettings(connection);
      if (settings !== null) session.settingsChanged(settings);
    }
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => pathOf(uri)));
        const kept = folders.filter((folder) => !gone.has(folder));
        folders.splice(0, folders.length, ...kept, ...added.flatMap(({ uri }) => pathOf(uri)));
        session?.reconfigured(undefined, folders);
      });
    }
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const asked = client?.configuration ? await askSettings(connection) : null;
    session?.settingsChanged(asked ?? settingsOf(settings));
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    void session?.filesChanged(changes.map(({ uri }) => uri));
  });

  documents.onDidChangeContent(({ document }) => session?.changed(document.uri));
  documents.onDidSave(({ document }) => {
    void session?.filesChanged([document.uri]);
  });
  documents.onDidClose(({ document }) => session?.closed(document.uri));

  connection.onHover(async ({ textDocument, position }) => {
    const checked = await session?.current(textDocument.uri);
    return checked == null || client === null ? null : hoverAt(checked, position, client);
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const checked = await session?.current(textDocument.uri);
    if (checked == null || client === null) return [];
    return actionsIn(checked, range, context.diagnostics, context.only, client);
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const checked = await session?.current(textDocument.uri);
    if (checked == null) return [];
    return definitionsAt(checked, position, (path) => session?.libraryDocument(textDocument.uri, path) ?? null);
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const checked = await session?.current(textDocument.uri);
    if (checked == null) return [];
    return client?.symbolTree ? symbolTree(checked) : symbolList(checked);
  });

  connection.onShutdown(() => session?.stop());
  documents.listen(connection);
  connection.listen();
}

function capabilities({ folderChanges }: Client): InitializeResult {
  return {
    serverInfo: { name: 'planlint', version: version() },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      ...(folderChanges && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    },
  };
}

function foldersOf({ workspaceFolders, ...params }: InitializeParams): string[] {
  const root = 'rootUri' in params && typeof params.rootUri === 'string' ? [params.rootUri] : [];
  return (workspaceFolders?.map(({ uri }) => uri) ?? root).flatMap(pathOf);
}

/** As a list, empty for what is no folder on this computer. */
function pathOf(uri: string): string[] {
  try {
    return [fileURLToPath(uri)];
  } catch {
    return [];
  }
}

/** The user's settings; null if the editor does not answer. */
async function askSettings(connection: Connection): Promise<Settings | null> {
  try {
    return settingsOf(await connection.workspace.getConfiguration('planlint'));
  } catch {
    return null;
  }
}

function editorOf(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  client: Client,
  lang: Language,
): Editor {
  const complaints = new Map<string, string>();
  const bars = new Map<string, Promise<WorkDoneProgressServerReporter>>();
  return {
    document: (uri) => documents.get(uri),
    documents: () => documents.all(),
    show(uri, checked) {
      const document = documents.get(uri);
      const diagnostics = checked === null ? [] : diagnosticsOf(checked, client);
      const current = checked?.version ?? document?.version;
      void connection.sendDiagnostics({ uri, diagnostics, ...(current !== undefined && { version: current }) });
    },
    complain(about, error, language) {
      const text = error === null ? '' : complaint(error, language);
      if (text !== '' && complaints.get(about) !== text)
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: text });
      complaints.set(about, text);
    },
    fault(error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
    progress(folder, done, all) {
      if (!client.progress) return;
      const bar = bars.get(folder) ?? beginProgress(connection, lang);
      bars.set(folder, bar);
      void bar.then((reporter) => {
        if (done >= all) reporter.done();
        else if (done % 10 === 0) reporter.report(Math.floor((100 * done) / all), `${done}/${all}`);
      });
      if (done >= all) bars.delete(folder);
    },
  };
}

function complaint({ what, next }: PlanlintError, lang: Language): string {
  return `planlint: ${what[lang].split('\n').map(printable).join('\n')}\n${printable(next[lang])}`;
}

async function beginProgress(connection: Connection, lang: Language): Promise<WorkDoneProgressServerReporter> {
  const reporter = await connection.window.createWorkDoneProgress();
  const title = { vi: 'planlint: đọc kho văn bản', en: 'planlint: reading the library' };
  reporter.begin(title[lang], 0, undefined, false);
  return reporter;
}
