/** In which section of the outline a place stands. */
import type { Section } from '../plan/plan.js';

/** Sections around an offset, the outermost first; empty outside the outline. */
export function sectionsAt(outline: readonly Section[], offset: number): Section[] {
  const found: Section[] = [];
  let level: readonly Section[] = outline;
  for (;;) {
    const section = level.find(({ range }) => range.start <= offset && offset < range.end);
    if (section === undefined) return found;
    found.push(section);
    level = section.children;
  }
}
