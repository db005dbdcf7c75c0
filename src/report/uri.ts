/** File paths as URIs, for formats that want those. */

/** Half of a surrogate pair: a file name of another encoding; no URI can hold it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A relative URI reference for a relative path, a file URI for an absolute one; everything but letters of ASCII is percent-encoded as UTF-8. */
export function fileUri(path: string): string {
  const drive = /^([A-Za-z]:)(\/.*)$/su.exec(path);
  if (drive !== null) return `file:///${drive[1]}${encoded(drive[2] ?? '')}`;
  return path.startsWith('/') ? `file://${encoded(path)}` : encoded(path);
}

function encoded(path: string): string {
  return path.replace(LONE_SURROGATE, '\ufffd').split('/').map(encodeURIComponent).join('/');
}
