/* The filter of the citation graph: rows that hold the words, whatever their diacritics, and communes of a status. */
(() => {
  const filter = document.querySelector('#filter');
  const status = document.querySelector('#status');
  const nothing = document.querySelector('.nothing');
  const rows = [...document.querySelectorAll('.row')];

  /**
   * Without diacritics, so that "hoa lu" finds "Hoa Lư".
   * @param {string} text
   */
  function bare(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/\s+/gu, ' ');
  }

  /** The words of every row, made when the filter is first used: those of its links' titles are file names. */
  /** @type {Map<Element, string> | null} */
  let words = null;

  function wordsByRow() {
    words ??= new Map(
      rows.map((row) => {
        const titles = [...row.querySelectorAll('[title]')].map((element) => element.getAttribute('title') ?? '');
        return [row, bare(`${row.textContent ?? ''} ${titles.join(' ')}`)];
      }),
    );
    return words;
  }

  function apply() {
    const wanted = filter instanceof HTMLInputElement ? bare(filter.value.trim()) : '';
    const only = status instanceof HTMLSelectElement ? status.value : '';
    let shown = 0;
    for (const row of rows) {
      const state = row.getAttribute('data-status');
      // a branch of the tree holds the words of those below it, and so stays where one of them is meant
      const fits = (wanted === '' || (wordsByRow().get(row) ?? '').includes(wanted)) && (only === '' || state === only);
      row.toggleAttribute('hidden', !fits);
      if (fits) shown++;
    }
    // what is found must not be closed away
    if (wanted !== '' || only !== '') {
      for (const row of rows) {
        if (row.hasAttribute('hidden')) continue;
        const details = row.closest('details') ?? row.querySelector('details');
        if (details instanceof HTMLDetailsElement) details.open = true;
      }
    }
    for (const part of document.querySelectorAll('.part, .answers')) {
      const own = part.querySelectorAll('.row');
      part.toggleAttribute('hidden', own.length > 0 && ![...own].some((row) => !row.hasAttribute('hidden')));
    }
    if (nothing !== null) nothing.textContent = shown === 0 ? nothing.getAttribute('data-empty') : '';
  }

  filter?.addEventListener('input', apply);
  status?.addEventListener('change', apply);

  /** A link may lead to a row that the filter hides. */
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.closest('[hidden]') === null) return;
    if (filter instanceof HTMLInputElement) filter.value = '';
    if (status instanceof HTMLSelectElement) status.value = '';
    apply();
    target.scrollIntoView();
  });
})();
