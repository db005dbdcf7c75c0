/* What the pages of planlint share: theme switch, help, and keys. Every key stands for a button: `data-key` says which. */
(() => {
  const root = document.documentElement;
  const help = document.querySelector('dialog#help');
  const useKeys = document.querySelector('#use-keys');

  /** @param {string} key @param {string} value */
  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // a page opened from a file may have no storage
    }
  }

  function isDark() {
    const { theme } = root.dataset;
    return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  }

  /** @type {Record<string, () => void>} */
  const actions = {
    theme() {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remember('planlint-theme', root.dataset.theme);
    },
    help() {
      if (help instanceof HTMLDialogElement && !help.open) help.showModal();
    },
    'close-help'() {
      if (help instanceof HTMLDialogElement) help.close();
    },
  };

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const name = target.closest('[data-action]')?.getAttribute('data-action') ?? '';
    actions[name]?.();
    // a click beside the dialog closes it
    if (target === help) actions['close-help']?.();
  });

  if (useKeys instanceof HTMLInputElement) {
    try {
      useKeys.checked = localStorage.getItem('planlint-keys') !== 'off';
    } catch {
      // without storage keys are on
    }
    useKeys.addEventListener('change', () => remember('planlint-keys', useKeys.checked ? 'on' : 'off'));
  }

  /**
   * The key as printed on it; an input method for Vietnamese may hide the letter, not the key.
   * @param {KeyboardEvent} event
   */
  function keyOf({ key, code }) {
    return key.length === 1
      ? key.toLowerCase()
      : key === 'Process'
        ? code.replace(/^(?:Key|Digit)/u, '').toLowerCase()
        : key;
  }

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')) return;
    if (useKeys instanceof HTMLInputElement && !useKeys.checked) return;
    if (help instanceof HTMLDialogElement && help.open) return;
    const key = keyOf(event);
    for (const button of document.querySelectorAll('[data-key]')) {
      if (!(button instanceof HTMLElement) || button.dataset.key !== key || button.hidden) continue;
      event.preventDefault();
      button.click();
      return;
    }
  });

  // closed parts are printed too
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
})();
