/** The language server, through the protocol and the real executable. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, Location } from 'vscode-languageserver/node';
import { Editor } from './lsp-client.js';
import { folder, PARENT, ward } from './plans.js';
import { planlint } from './run.js';

/** A ward's plan with a wrong day in its citation and a word mistyped. */
const WARD = ward().replace('ngày 12/01/2026', 'ngày 13/01/2026').replace('theo hướng dẫn', 'giải quyết việc nỗi cộm');
const MISMATCH = 'citation/parent-mismatch';

const codes = (diagnostics: Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
const has = (code: string) => (diagnostics: Diagnostic[]) => codes(diagnostics).includes(code);
const hasNot = (code: string) => (diagnostics: Diagnostic[]) => !codes(diagnostics).includes(code);

function one(diagnostics: Diagnostic[], code: string): Diagnostic {
  return diagnostics.find((diagnostic) => diagnostic.code === code) as Diagnostic;
}

function plans(more: Record<string, string> = {}): string {
  return folder({ 'thanh-pho/45.md': PARENT, 'phuong.md': WARD, ...more });
}

async function actions(editor: Editor, name: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
  return editor.request('textDocument/codeAction', {
    textDocument: { uri: editor.uri(name) },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only },
  });
}

describe('diagnostics', () => {
  test('come with rule, severity, place and the place of the parent; the library is the folder that is open', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', WARD);
    const found = await editor.until('phuong.md', has(MISMATCH));
    const mismatch = one(found, MISMATCH);
    expect(mismatch).toMatchObject({ severity: 1, source: 'planlint', message: expect.stringContaining('13/01/2026') });
    expect(editor.textAt('phuong.md', mismatch)).toContain('13/01/2026');
    expect(mismatch.relatedInformation?.[0]).toMatchObject({
      location: { uri: editor.uri('thanh-pho/45.md'), range: { start: { line: 8 } } },
      message: expect.stringMatching(/^Cấp trên: “.*12 tháng 01 năm 2026”$/u),
    });
    expect(one(found, 'spelling/set-phrase')).toMatchObject({ severity: 2 });
    expect(editor.textAt('phuong.md', one(found, 'spelling/set-phrase'))).toBe('nỗi cộm');
  });

  test('follow the typing: a word corrected is a finding less, and only the last text counts', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', WARD);
    await editor.until('phuong.md', has('spelling/set-phrase'));
    const before = editor.shown.length;
    for (let i = 0; i < 12; i++) await editor.replace('phuong.md', 'Các tổ dân phố', 'Các tổ  dân phố');
    for (const _ of WARD.match(/nỗi cộm/gu) ?? []) await editor.replace('phuong.md', 'nỗi cộm', 'nổi cộm');
    await editor.until('phuong.md', hasNot('spelling/set-phrase'));
    const versions = editor.shown.slice(before).map(({ version }) => version);
    expect(versions.length).toBeLessThan(8);
    expect(versions.at(-1)).toBe(editor.document('phuong.md').version);
  });

  test.each([
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['all of them', (text: string) => `\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}`],
  ])('stand exactly on their words in a text with %s, and fixes hit them', async (_, change) => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', change(WARD));
    const found = await editor.until('phuong.md', has(MISMATCH));
    const phrase = one(found, 'spelling/set-phrase');
    expect(editor.textAt('phuong.md', phrase).normalize('NFC')).toBe('nỗi cộm');
    const [all] = await actions(editor, 'phuong.md', phrase, ['source.fixAll']);
    await editor.apply('phuong.md', all as CodeAction);
    const expected = WARD.replaceAll('nỗi cộm', 'nổi cộm').replace('13/01/2026', '12/01/2026');
    expect(editor.document('phuong.md').getText()).toBe(change(expected));
  });

  test('vanish when the document is closed', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', WARD);
    await editor.until('phuong.md', has(MISMATCH));
    await editor.notify('textDocument/didClose', { textDocument: { uri: editor.uri('phuong.md') } });
    await editor.happens(() => editor.shown.at(-1)?.diagnostics.length === 0);
  });

  test('a document that was never saved is checked, too', async () => {
    const editor = await Editor.open(plans());
    const uri = 'untitled:Untitled-1';
    await editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: WARD },
    });
    await editor.happens(() => editor.shown.some((shown) => shown.uri === uri && has(MISMATCH)(shown.diagnostics)));
  });

  test('notes, a README and what the configuration ignores are let be', async () => {
    const editor = await Editor.open(
      plans({ 'planlint.yaml': 'ignore: ["nhap/**"]\n', 'README.md': WARD, 'nhap/a.md': WARD }),
    );
    for (const [name, text] of [
      ['ghi-chu.md', 'Việc nỗi cộm hôm nay.'],
      ['README.md', WARD],
      ['nhap/a.md', WARD],
    ] as const) {
      await editor.type(name, text);
      expect(await editor.until(name, () => true)).toEqual([]);
    }
  });
});

describe('the parent changes', () => {
  test('on disk: its children are checked again', async () => {
    const cwd = plans();
    const editor = await Editor.open(cwd);
    await editor.type('phuong.md', WARD);
    await editor.until('phuong.md', has(MISMATCH));
    const file = join(cwd, 'thanh-pho/45.md');
    writeFileSync(file, PARENT.replace('ngày 12 tháng 01', 'ngày 13 tháng 01'));
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('thanh-pho/45.md'), type: 2 }],
    });
    await editor.until('phuong.md', hasNot(MISMATCH));
    rmSync(file);
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('thanh-pho/45.md'), type: 3 }],
    });
    await editor.until('phuong.md', has('citation/unresolved'));
  });

  test('in the editor, not saved: its children are checked against what is typed', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', WARD);
    await editor.type('thanh-pho/45.md', PARENT);
    await editor.until('phuong.md', has(MISMATCH));
    await editor.replace('thanh-pho/45.md', 'ngày 12 tháng 01', 'ngày 13 tháng 01');
    await editor.until('phuong.md', hasNot(MISMATCH));
  });
});

describe('what the editor asks for', () => {
  async function opened(
    settings: unknown = null,
  ): Promise<{ editor: Editor; mismatch: Diagnostic; phrase: Diagnostic }> {
    const editor = await Editor.open(plans(), { settings });
    await editor.type('phuong.md', WARD);
    const found = await editor.until('phuong.md', has(MISMATCH));
    return { editor, mismatch: one(found, MISMATCH), phrase: one(found, 'spelling/set-phrase') };
  }

  test('hover: the rule, why, its basis, and the words of the parent', async () => {
    const { editor, mismatch } = await opened();
    const params = { textDocument: { uri: editor.uri('phuong.md') }, position: mismatch.range.start };
    const hover = await editor.request<Hover>('textDocument/hover', params);
    expect(hover.range).toEqual(mismatch.range);
    const { value } = hover.contents as { value: string };
    for (const part of [
      '`citation/parent-mismatch`',
      '**Vì sao:**',
      '**Căn cứ:**',
      'thanh-pho/45.md:9',
      'ngày 12 tháng 01 năm 2026',
    ])
      expect(value).toContain(part);
  });

  test('hover on a citation without fault says which file it is; elsewhere there is nothing', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', ward());
    const textDocument = { uri: editor.uri('phuong.md') };
    const at = editor.document('phuong.md').positionAt(ward().indexOf('45/KH-UBND'));
    const hover = async () =>
      (await editor.request<Hover>('textDocument/hover', { textDocument, position: at })).contents;
    await expect.poll(hover, { timeout: 30_000 }).toMatchObject({ value: '**45/KH-UBND**: `thanh-pho/45.md`' });
    const position = editor.document('phuong.md').positionAt(ward().indexOf('I. MỤC ĐÍCH'));
    expect(await editor.request('textDocument/hover', { textDocument, position })).toBeNull();
  });

  test('definition: from the wrong day to the day of the parent, from a citation to the head of the document', async () => {
    const { editor, mismatch } = await opened();
    const textDocument = { uri: editor.uri('phuong.md') };
    const [day] = await editor.request<Location[]>('textDocument/definition', {
      textDocument,
      position: mismatch.range.start,
    });
    expect(day).toMatchObject({ uri: editor.uri('thanh-pho/45.md'), range: { start: { line: 8, character: 10 } } });
    const at = editor.document('phuong.md').positionAt(WARD.indexOf('45/KH-UBND'));
    const [head] = await editor.request<Location[]>('textDocument/definition', { textDocument, position: at });
    expect(head).toMatchObject({ uri: editor.uri('thanh-pho/45.md'), range: { start: { line: 10, character: 0 } } });
  });

  test('a safe fix is preferred, and applying it makes the finding vanish', async () => {
    const { editor, phrase } = await opened();
    const [fix, ...others] = await actions(editor, 'phuong.md', phrase);
    expect(fix).toMatchObject({
      title: 'Sửa thành “nổi cộm”',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [phrase],
    });
    expect(others.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    await editor.apply('phuong.md', fix as CodeAction);
    const left = await editor.until('phuong.md', () => true);
    expect(left.filter(({ code }) => code === phrase.code).length).toBe((WARD.match(/nỗi cộm/gu)?.length ?? 0) - 1);
  });

  test('all safe fixes at once, only where the editor asks for them', async () => {
    const { editor, phrase } = await opened();
    expect((await actions(editor, 'phuong.md', phrase)).map(({ kind }) => kind)).not.toContain(
      'source.fixAll.planlint',
    );
    const [all, ...others] = await actions(editor, 'phuong.md', phrase, ['source']);
    expect([all?.kind, others]).toEqual(['source.fixAll.planlint', []]);
    await editor.apply('phuong.md', all as CodeAction);
    await editor.until('phuong.md', (left) => hasNot(MISMATCH)(left) && hasNot('spelling/set-phrase')(left));
    expect(await actions(editor, 'phuong.md', phrase, ['source.fixAll'])).toEqual([]);
  });

  test('a finding is waived by a comment, once its reason is written', async () => {
    const { editor, phrase } = await opened();
    const waive = (await actions(editor, 'phuong.md', phrase)).find(({ title }) => title.startsWith('Bỏ qua'));
    expect(waive).toMatchObject({ kind: 'quickfix', isPreferred: false });
    await editor.apply('phuong.md', waive as CodeAction);
    const count = (found: Diagnostic[]) => found.filter(({ code }) => code === phrase.code).length;
    const all = WARD.match(/nỗi cộm/gu)?.length ?? 0;
    const open = await editor.until('phuong.md', has('waiver/invalid'));
    expect(count(open)).toBe(all);
    await editor.replace('phuong.md', '--  -->', '-- trích nguyên văn -->');
    await editor.until('phuong.md', (found) => hasNot('waiver/invalid')(found) && count(found) === all - 1);
  });

  test('in a table the comment stands at the end of the line', async () => {
    const editor = await Editor.open(plans());
    const table = WARD.replace(
      'Các tổ dân phố',
      '| Việc | Ai |\n| --- | --- |\n| giải quyết việc nỗi cộm | Tổ dân phố |\n\nCác tổ dân phố',
    );
    await editor.type('phuong.md', table);
    const [first] = (await editor.until('phuong.md', has('spelling/set-phrase'))).filter(
      ({ code }) => code === 'spelling/set-phrase',
    );
    const waive = (await actions(editor, 'phuong.md', first as Diagnostic)).find(({ title }) =>
      title.startsWith('Bỏ qua'),
    );
    await editor.apply('phuong.md', waive as CodeAction);
    expect(editor.document('phuong.md').getText()).toContain(
      '| giải quyết việc nỗi cộm | Tổ dân phố | <!-- planlint-disable-line spelling/set-phrase --  -->\n',
    );
  });

  test('a request right after a keystroke is answered for the new text', async () => {
    const { editor } = await opened();
    await editor.replace('phuong.md', 'Lạc Hà, ngày', 'Lạc Hà,  ngày');
    await editor.replace('phuong.md', '\n\nI. MỤC', '\n\n\n\nI. MỤC');
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('phuong.md') },
    });
    const [first] = symbols;
    expect(first).toMatchObject({ name: 'I. MỤC ĐÍCH, YÊU CẦU' });
    expect(editor.document('phuong.md').getText(first?.selectionRange)).toBe('I. MỤC ĐÍCH, YÊU CẦU');
  });

  test('symbols are the outline', async () => {
    const { editor } = await opened();
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('phuong.md') },
    });
    expect(symbols.map(({ name }) => name)).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      'II. NỘI DUNG',
      'III. KHEN THƯỞNG',
      'IV. TỔ CHỨC THỰC HIỆN',
    ]);
  });

  test('settings say the language, and may change', async () => {
    const { editor } = await opened({ lang: 'en' });
    // what was checked before the settings came is checked again
    await editor.until('phuong.md', (found) => /citation|cites|cited/iu.test(String(one(found, MISMATCH).message)));
    editor.settings = { lang: 'vi' };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.until('phuong.md', (found) => String(one(found, MISMATCH)?.message).startsWith('Viện dẫn'));
  });
});

test('an editor that can do little gets plain text, a list of symbols and edits without versions', async () => {
  const editor = await Editor.open(plans(), {
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
  });
  await editor.type('phuong.md', WARD);
  const found = await editor.until('phuong.md', has(MISMATCH));
  expect(found.every(({ relatedInformation }) => relatedInformation === undefined)).toBe(true);
  const textDocument = { uri: editor.uri('phuong.md') };
  const hover = await editor.request<Hover>('textDocument/hover', {
    textDocument,
    position: one(found, MISMATCH).range.start,
  });
  expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringMatching(/\*\*|\\[_*[\]]/u) });
  const symbols = await editor.request<{ location?: unknown }[]>('textDocument/documentSymbol', { textDocument });
  expect(symbols.every(({ location }) => location !== undefined)).toBe(true);
  const [fix] = await actions(editor, 'phuong.md', one(found, 'spelling/set-phrase'));
  expect(fix?.edit).toMatchObject({ changes: { [textDocument.uri]: [expect.anything()] } });
});

describe('the configuration', () => {
  test('says where parents are and which rules run; when it is wrong that is said, and all goes on when it is right again', async () => {
    const cwd = plans({ 'planlint.yaml': 'library: [thanh-pho]\nrules:\n  spelling/set-phrase: off\n' });
    const editor = await Editor.open(cwd);
    const write = async (text: string): Promise<void> => {
      writeFileSync(join(cwd, 'planlint.yaml'), text);
      await editor.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: editor.uri('planlint.yaml'), type: 2 }],
      });
    };
    await editor.type('phuong.md', WARD);
    expect(has('spelling/set-phrase')(await editor.until('phuong.md', has(MISMATCH)))).toBe(false);
    await write('library: [thanh-pho]\nruls: {}\n');
    await editor.until('phuong.md', (found) => found.length === 0);
    expect(editor.messages).toEqual([expect.stringMatching(/planlint\.yaml:2: ruls/u)]);
    await write('library: [thanh-pho]\n');
    await editor.until('phuong.md', (found) => has(MISMATCH)(found) && has('spelling/set-phrase')(found));
    expect(editor.messages).toHaveLength(1);
  });

  test('without watching the editor its changes are seen with the next keystroke', async () => {
    const cwd = plans({ 'planlint.yaml': 'rules:\n  spelling/set-phrase: off\n' });
    const editor = await Editor.open(cwd, { capabilities: {} });
    await editor.type('phuong.md', WARD);
    expect(has('spelling/set-phrase')(await editor.until('phuong.md', has(MISMATCH)))).toBe(false);
    writeFileSync(join(cwd, 'planlint.yaml'), 'rules:\n  spelling/set-phrase: error\n');
    await editor.replace('phuong.md', 'Các tổ dân phố', 'Các tổ dân  phố');
    const found = await editor.until('phuong.md', has('spelling/set-phrase'));
    expect(one(found, 'spelling/set-phrase').severity).toBe(1);
  });
});

describe('robustness', () => {
  test.each([
    ['an empty document', ''],
    ['only spaces', ' \n\t\n'],
    ['a NUL', 'KẾ HOẠCH\u0000'],
    ['a lone surrogate', `KẾ HOẠCH\n\n${String.fromCharCode(0xd800)} Số: 1/KH-UBND`],
    ['one endless line', `KẾ HOẠCH Số: 1/KH-UBND ${'thực hiện '.repeat(20_000)}`],
    ['broken letters', `KẾ HOẠCH\n\n${'\u0001xq ẽ̃̃ zzz kkk '.repeat(300)}`],
  ])('%s ends nothing', async (_, text) => {
    const editor = await Editor.open(plans());
    await editor.type('la.md', text);
    await editor.until('la.md', () => true);
    await editor.request('textDocument/documentSymbol', { textDocument: { uri: editor.uri('la.md') } });
    await editor.type('phuong.md', WARD);
    await editor.until('phuong.md', has(MISMATCH));
    expect(editor.logs).toEqual([]);
  });

  test('what is asked of a document that is not open has no answer, and is no fault', async () => {
    const editor = await Editor.open(plans());
    const textDocument = { uri: editor.uri('none.md') };
    const position = { line: 0, character: 0 };
    expect(await editor.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await editor.request('textDocument/definition', { textDocument, position })).toEqual([]);
    expect(await editor.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(editor.logs).toEqual([]);
  });
});

describe('the end', () => {
  test('shutdown and exit: 0', async () => {
    const editor = await Editor.open(plans());
    await editor.type('phuong.md', WARD);
    expect(await editor.close()).toBe(0);
  });

  test('exit without shutdown, and an editor that is gone: 1', async () => {
    const rude = await Editor.open(plans());
    await rude.notify('exit', undefined);
    expect(await rude.exited).toBe(1);
    expect(await (await Editor.open(plans())).hangUp()).toBe(1);
  });

  test('a wrong option: 2, before anything is served', async () => {
    const { code, stdout } = await planlint(['lsp', '--sdtio']);
    expect([code, stdout]).toEqual([2, '']);
  });
});
