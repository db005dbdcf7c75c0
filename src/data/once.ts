/** Works something out when it is first asked for, and never again: tables and lists that many runs do not need. */
export function once<T>(load: () => T): () => T {
  let loaded: { value: T } | null = null;
  return () => {
    loaded ??= { value: load() };
    return loaded.value;
  };
}
