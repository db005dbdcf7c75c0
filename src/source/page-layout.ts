/** How the pages of a document are laid out (thể thức trình bày): what only a file that keeps its pages can tell. */

/** Lengths in millimetres. */
export interface PageSection {
  /** Where the section begins in the flow text. */
  start: number;
  /** Null where the file does not say. */
  paper: { width: number; height: number } | null;
  margins: Partial<Record<Side, number>>;
}

export const SIDES = ['top', 'bottom', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** Where the number of the page stands (số trang). */
export interface PageNumber {
  place: 'top' | 'bottom';
  /** Null where that cannot be told: in a frame, a table, a text box. */
  centred: boolean | null;
  /** Whether it is in Arabic digits. */
  arabic: boolean;
  /** Whether the first page bears it too. */
  onFirstPage: boolean;
}

export interface PageLayout {
  /** In the order of the text; at least one. */
  sections: PageSection[];
  /** Letters of the text by the font that they are set in. */
  fonts: { name: string; letters: number }[];
  /** Letters of the text by their size in points. */
  sizes: { points: number; letters: number }[];
  /** Null where the pages bear none. */
  pageNumber: PageNumber | null;
}
