/* From finding to finding, filters by severity and rule, explanations on demand. Tells others by the event "planlint:finding". */
(() => {
  /** @type {HTMLElement[]} */
  const notes = [...document.querySelectorAll('.note')].filter((note) => note instanceof HTMLElement);
  /** @type {HTMLElement[]} */
  const words = [...document.querySelectorAll('[data-of]')].filter((element) => element instanceof HTMLElement);
  const toggles = [...document.querySelectorAll('.toggle')];
  const ruleFilter = document.querySelector('#rule-filter');
  const position = document.querySelector('#position');
  const nothing = document.querySelector('.nothing');
  /** @type {Map<string, HTMLElement>} */
  const byId = new Map(notes.map((note) => [note.id, note]));
  /** @type {HTMLElement | null} */
  let active = null;

  const shown = () => notes.filter((note) => !note.hidden);

  /** Makes a finding the one that is looked at. @param {HTMLElement} note @param {boolean} move */
  function activate(note, move) {
    for (const element of document.querySelectorAll('.note.active, .hit.active')) element.classList.remove('active');
    active?.querySelector('a.explain')?.removeAttribute('data-key');
    active = note;
    note.classList.add('active');
    note.querySelector('a.explain')?.setAttribute('data-key', 'e');
    for (const element of words) {
      if (element.matches('.hit') && element.dataset.of?.split(' ').includes(note.id)) element.classList.add('active');
    }
    tellPosition();
    if (move) {
      history.replaceState(null, '', `#${note.id}`);
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: 'center' });
    }
    document.dispatchEvent(new CustomEvent('planlint:finding', { detail: note }));
  }

  function tellPosition() {
    if (position === null) return;
    const list = shown();
    const at = active === null ? -1 : list.indexOf(active);
    position.textContent = `${at < 0 ? '–' : at + 1}/${list.length}`;
  }

  /** The finding before or after the active one; without one, from what is on the screen. @param {1 | -1} step */
  function go(step) {
    const list = shown();
    if (list.length === 0) return;
    const at = active === null ? -1 : list.indexOf(active);
    const next = at >= 0 ? at + step : fromScreen(list, step);
    const note = list[(next + list.length) % list.length];
    if (note !== undefined) activate(note, true);
  }

  /** @param {HTMLElement[]} list @param {1 | -1} step */
  function fromScreen(list, step) {
    const below = list.findIndex((note) => note.getBoundingClientRect().top > 80);
    if (below < 0) return step > 0 ? 0 : list.length - 1;
    return step > 0 ? below : below - 1;
  }

  function filter() {
    /** @type {Set<string | null>} */
    const severities = new Set(
      toggles
        .filter((each) => each.getAttribute('aria-pressed') === 'true')
        .map((each) => each.getAttribute('data-severity')),
    );
    const rule = ruleFilter instanceof HTMLSelectElement ? ruleFilter.value : '';
    for (const element of document.querySelectorAll('.note, .findings li')) {
      if (!(element instanceof HTMLElement)) continue;
      const { severity = '', rule: own = '' } = element.dataset;
      element.hidden = !severities.has(severity) || (rule !== '' && own !== rule);
    }
    for (const element of words) showWords(element);
    if (nothing instanceof HTMLElement)
      nothing.textContent = notes.length > 0 && shown().length === 0 ? (nothing.dataset.empty ?? '') : '';
    tellPosition();
  }

  /** Words show the gravest finding that is not filtered out, and lead to it. @param {HTMLElement} element */
  function showWords(element) {
    const left = (element.dataset.of ?? '')
      .split(' ')
      .flatMap((id) => byId.get(id) ?? [])
      .filter((note) => !note.hidden);
    const [top] = left;
    if (element.matches('sup')) element.hidden = top === undefined;
    else if (element instanceof HTMLAnchorElement) {
      element.classList.toggle('off', top === undefined);
      if (top === undefined) element.removeAttribute('href');
      else {
        element.classList.remove('error', 'warning', 'info');
        element.classList.add(top.dataset.severity ?? 'info');
        element.setAttribute('href', `#${top.id}`);
      }
    }
  }

  function clearFilters() {
    for (const each of toggles) each.setAttribute('aria-pressed', 'true');
    if (ruleFilter instanceof HTMLSelectElement) ruleFilter.value = '';
    filter();
  }

  /** Opens or closes the explanation of a finding's rule in its note. @param {Element} link */
  function explain(link) {
    const note = link.closest('.note');
    const known = note?.querySelector('.explained') ?? null;
    link.setAttribute('aria-expanded', String(known === null));
    if (known !== null) {
      known.remove();
      return;
    }
    const source = document.querySelector(`${link.getAttribute('href')} .words`);
    if (note === null || source === null) return;
    const copy = document.createElement('div');
    copy.className = 'explained words';
    copy.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
    note.append(copy);
  }

  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const toggle = target.closest('.toggle');
    if (toggle !== null) {
      toggle.setAttribute('aria-pressed', String(toggle.getAttribute('aria-pressed') !== 'true'));
      filter();
    }
    const link = target.closest('a.explain');
    if (link !== null) {
      event.preventDefault();
      explain(link);
    }
    const action = target.closest('[data-action]')?.getAttribute('data-action');
    if (action === 'next') go(1);
    if (action === 'previous') go(-1);
    if (action === 'matrix')
      document.querySelector(`#${active?.closest('.document')?.id ?? 'documents'} .matrix`)?.scrollIntoView();
    const note = target.closest('.note');
    if (note instanceof HTMLElement && target.closest('a') === null && note !== active) activate(note, false);
  });
  ruleFilter?.addEventListener('change', filter);

  for (const link of document.querySelectorAll('a.explain')) link.setAttribute('aria-expanded', 'false');

  /** The finding that the address names. */
  function followAddress() {
    const note = byId.get(decodeURIComponent(location.hash.slice(1)));
    if (note === undefined) return;
    if (note.hidden) clearFilters();
    activate(note, false);
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: 'center' });
  }
  addEventListener('hashchange', followAddress);
  followAddress();
})();
