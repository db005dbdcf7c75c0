/**
 * Documents of which only the facts are at hand that tell who they are and what they cite. The rest is read when somebody looks at it: what
 * looks throws `NotRead`, the document is read, and the (pure) work is done again.
 */
import type { LoadedPlan } from '../engine/check.js';
import type { Plan } from '../plan/plan.js';
import type { SourceDocument } from '../source/document.js';

/** What the library has to know of a document. */
export interface KnownFacts {
  document: Pick<SourceDocument, 'path' | 'format' | 'quality' | 'notes'>;
  plan: Pick<Plan, 'path' | 'identity' | 'ownUnit' | 'citations'>;
  /** Whether there are comments in it, which may say that something holds until a day. */
  commented: boolean;
}

/** A part of a document was looked at that is not read yet. No failure: `readThrough` reads it. */
class NotRead extends Error {
  readonly read: () => Promise<void>;

  constructor(read: () => Promise<void>) {
    super('not read yet');
    this.read = read;
  }
}

const reading = new WeakMap<SourceDocument, () => Promise<void>>();

export function factsOf({ document, plan }: LoadedPlan): KnownFacts {
  const { path, format, quality, notes } = document;
  const { identity, ownUnit, citations } = plan;
  return {
    document: { path, format, quality, notes },
    plan: { path: plan.path, identity, ownUnit, citations },
    commented: (document.comments?.length ?? 0) > 0,
  };
}

/** A document with these facts; `read` gives all of it, of the very same content. */
export function unreadPlan(facts: KnownFacts, read: () => Promise<LoadedPlan>): LoadedPlan {
  let whole: LoadedPlan | null = null;
  const readNow = async (): Promise<void> => {
    whole ??= await read();
  };
  const all = (): LoadedPlan => {
    if (whole === null) throw new NotRead(readNow);
    return whole;
  };
  const document: SourceDocument = {
    ...facts.document,
    get text() {
      return all().document.text;
    },
    get blocks() {
      return all().document.blocks;
    },
    get lines() {
      return all().document.lines;
    },
    get original() {
      return all().document.original;
    },
    get comments() {
      return all().document.comments;
    },
    get layout() {
      return all().document.layout;
    },
    locate: (span) => all().document.locate(span),
  };
  const plan: Plan = {
    ...facts.plan,
    get zones() {
      return all().plan.zones;
    },
    get outline() {
      return all().plan.outline;
    },
    get dates() {
      return all().plan.dates;
    },
    get supersessions() {
      return all().plan.supersessions;
    },
    get themes() {
      return all().plan.themes;
    },
    get deadlines() {
      return all().plan.deadlines;
    },
    get duties() {
      return all().plan.duties;
    },
    get targets() {
      return all().plan.targets;
    },
    get period() {
      return all().plan.period;
    },
    get recipients() {
      return all().plan.recipients;
    },
    get signature() {
      return all().plan.signature;
    },
    get places() {
      return all().plan.places;
    },
  };
  reading.set(document, readNow);
  return { document, plan };
}

/** Reads a document now, if that was not done yet. */
export async function readWhole({ document }: LoadedPlan): Promise<void> {
  await reading.get(document)?.();
}

/** Does pure work, again whenever it looked at a document that had to be read first. */
export async function readThrough<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      await error.read();
    }
  }
}
