/* Runs before the page is painted: the theme that the reader chose the last time; without one the system decides. */
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('planlint-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // a page opened from a file may have no storage
  }
})();
