/** What the editor says about itself and about planlint. Everything is optional: editors differ, and settings may be mistyped. */
import type { InitializeParams } from 'vscode-languageserver/node';
import { z } from 'zod';

const SettingsSchema = z.object({
  lang: z.enum(['vi', 'en']).optional().catch(undefined),
  library: z.array(z.string()).optional().catch(undefined),
});

/** The user's settings: language of messages, and where parents are looked for if the configuration does not say. */
export type Settings = z.infer<typeof SettingsSchema>;

/** Reads settings as the editor sends them: `{ lang, library }`, or the same below `planlint`. What is not understood is left out. */
export function settingsOf(value: unknown): Settings {
  const inner = z.object({ planlint: z.looseObject({}) }).safeParse(value);
  const { lang, library } = SettingsSchema.catch({}).parse(inner.success ? inner.data.planlint : value);
  return { ...(lang !== undefined && { lang }), ...(library !== undefined && { library }) };
}

/** What the editor can do, as far as planlint makes a difference. */
export interface Client {
  /** Can be asked for settings. */
  configuration: boolean;
  /** Tells of changed files if asked to. */
  watching: boolean;
  relatedInformation: boolean;
  versionedEdits: boolean;
  symbolTree: boolean;
  markdown: boolean;
  progress: boolean;
  folderChanges: boolean;
}

export function clientOf({ capabilities: { workspace, textDocument, window } }: InitializeParams): Client {
  const formats = textDocument?.hover?.contentFormat ?? ['markdown'];
  return {
    configuration: workspace?.configuration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: formats.includes('markdown'),
    progress: window?.workDoneProgress === true,
    folderChanges: workspace?.workspaceFolders === true,
  };
}
