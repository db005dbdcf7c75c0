/* The parent beside the plan: scrolls to the clause that a finding or a clause of the plan answers, and marks the words that differ. */
(() => {
  const pane = /** @type {HTMLElement} */ (document.querySelector('aside.parents'));
  const back = document.querySelector('[data-action="back"]');
  const follow = document.querySelector('[data-action="follow"]');
  if (pane === null) return;
  const MOST_WORDS = 500;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  /** Where the reader came from. @type {HTMLElement | null} */
  let origin = null;
  /** @type {HTMLElement | null} */
  let active = null;
  let quietUntil = 0;

  const beside = () => getComputedStyle(pane).position === 'sticky';

  /** @param {string | null | undefined} href */
  function placeOf(href) {
    const element = href?.startsWith('#') ? document.getElementById(href.slice(1)) : null;
    return element !== null && pane.contains(element) ? element : null;
  }

  /** Scrolls the pane alone; the plan stays where it is. @param {Element} place @param {ScrollBehavior} behavior */
  function scrollPane(place, behavior) {
    const box = place.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - pane.clientHeight * 0.3, behavior });
  }

  /** Shows a place of the parent; `row`: the row of the plan to compare it with word by word. @param {Element} place @param {Element | null} row */
  function show(place, row) {
    clear();
    const clause = place.closest('.row');
    clause?.classList.add('matched');
    row?.classList.add('matched');
    markDifferences(row, clause);
    if (beside()) scrollPane(place, 'instant');
  }

  function clear() {
    for (const element of document.querySelectorAll('.matched')) element.classList.remove('matched');
    if ('highlights' in CSS) CSS.highlights.delete('differs');
  }

  /** The place of the parent that belongs to the active finding, or to the row of the plan on the screen. */
  function counterpart() {
    const cited = placeOf(active?.querySelector('a.source.to-parent')?.getAttribute('href'));
    const row = rowOf(active) ?? rowOnScreen();
    const matching = placeOf(row?.querySelector(':scope > a.lead')?.getAttribute('href'));
    // a finding that quotes the parent shows the difference itself
    return { place: cited ?? matching, row: cited === null ? row : null };
  }

  /** The row of the plan that a note stands beside. @param {Element | null} note */
  function rowOf(note) {
    const number = note?.querySelector('a.no')?.getAttribute('href') ?? '';
    return number === '' ? null : (document.getElementById(number.slice(1))?.closest('.row') ?? null);
  }

  function rowOnScreen() {
    const line = innerHeight * 0.35;
    for (const lead of document.querySelectorAll('.draft a.lead')) {
      if (lead.getBoundingClientRect().bottom > line) return lead.closest('.row');
    }
    return null;
  }

  /** Goes to the parent, and remembers the way back. @param {HTMLElement} place @param {Element | null} row */
  function visit(place, row) {
    const focused = document.activeElement;
    if (row instanceof HTMLElement) origin = row;
    else origin = active ?? (focused instanceof HTMLElement ? focused : null);
    show(place, row);
    if (!place.matches('a, [tabindex]')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (!beside()) place.scrollIntoView({ block: 'center' });
    if (!(back instanceof HTMLElement)) return;
    back.hidden = origin === null;
    // the bar may be wider than a small screen
    back.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function goBack() {
    if (origin === null) return;
    if (!origin.matches('a, [tabindex]')) origin.tabIndex = -1;
    origin.focus({ preventScroll: true });
    origin.scrollIntoView({ block: 'center' });
    origin = null;
    if (back instanceof HTMLElement) back.hidden = true;
  }

  /** Marks words that only one of two clauses has, without touching the page. @param {Element | null} own @param {Element | null} other */
  function markDifferences(own, other) {
    if (!('highlights' in CSS) || typeof Highlight === 'undefined') return;
    if (own === null || other === null) return;
    const left = wordsIn(own);
    const right = wordsIn(other);
    if (left.length > MOST_WORDS || right.length > MOST_WORDS) return;
    const common = commonWords(left, right);
    // two texts that have little in common do not answer each other word by word
    if (common.left.size * 2 < Math.min(left.length, right.length)) return;
    const ranges = [...left.filter((_, i) => !common.left.has(i)), ...right.filter((_, i) => !common.right.has(i))].map(
      ({ range }) => range,
    );
    CSS.highlights.set('differs', new Highlight(...ranges));
  }

  /** Words of a clause, each with its range; numbers of findings are none. @param {Element} element */
  function wordsIn(element) {
    /** @type {{ word: string, range: Range }[]} */
    const words = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('sup, .lead, .vh')) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}\p{M}%/]+/gu)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        words.push({ word: word.normalize('NFC').toLowerCase(), range });
      }
    }
    return words;
  }

  /** Longest common subsequence, as the indices of its words on both sides. @param {{ word: string }[]} left @param {{ word: string }[]} right */
  function commonWords(left, right) {
    const width = right.length + 1;
    const lengths = new Uint16Array((left.length + 1) * width);
    for (let i = left.length - 1; i >= 0; i--) {
      for (let j = right.length - 1; j >= 0; j--) {
        const at = i * width + j;
        lengths[at] =
          left[i]?.word === right[j]?.word
            ? (lengths[at + width + 1] ?? 0) + 1
            : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
      }
    }
    const common = { left: new Set(), right: new Set() };
    for (let i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i]?.word === right[j]?.word) {
        common.left.add(i++);
        common.right.add(j++);
      } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
      else j++;
    }
    return common;
  }

  document.addEventListener('planlint:finding', (event) => {
    if (!(event instanceof CustomEvent) || !(event.detail instanceof HTMLElement)) return;
    active = event.detail;
    quietUntil = performance.now() + 1200;
    const { place, row } = counterpart();
    if (place === null) clear();
    else if (beside()) show(place, row);
  });

  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const link = target.closest('a[href^="#"]');
    const place = placeOf(link?.getAttribute('href'));
    if (link !== null && place !== null && !pane.contains(link)) {
      event.preventDefault();
      visit(place, link.matches('.lead') ? link.closest('.row') : null);
    }
    const action = target.closest('[data-action]')?.getAttribute('data-action');
    if (action === 'back') goBack();
    if (action === 'follow' && follow !== null)
      follow.setAttribute('aria-pressed', String(follow.getAttribute('aria-pressed') !== 'true'));
    if (action === 'parent') {
      const { place: there, row } = counterpart();
      if (there !== null) visit(there, row);
      else pane.focus();
    }
  });

  // the parent goes along while the plan is read
  let at = '';
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      const href = entry?.target.querySelector(':scope > a.lead')?.getAttribute('href') ?? '';
      if (href === '' || href === at || performance.now() < quietUntil || pane.matches(':hover, :focus-within')) return;
      if (follow?.getAttribute('aria-pressed') !== 'true' || !beside()) return;
      const place = placeOf(href);
      if (place === null) return;
      at = href;
      scrollPane(place, calm.matches ? 'instant' : 'smooth');
    },
    { rootMargin: '-30% 0px -65% 0px' },
  );
  for (const lead of document.querySelectorAll('.draft a.lead')) {
    if (lead.parentElement !== null) observer.observe(lead.parentElement);
  }
})();
