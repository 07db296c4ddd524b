// Runs before the first paint and before any module: sets the theme, and asks at once for what the page will need, which
// the modules would only find out one after the other. What is missing here is asked for later, as without it.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (e) {
      return null; // Storage may be forbidden: the system theme and the default language stay.
    }
  };
  var theme = stored('pulso.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  var language = stored('pulso.language') === 'en' ? 'en' : 'pt-BR';
  root.lang = language;

  var path = location.pathname.replace(/(.)\/$/, '$1');
  var outside = /^\/(login|register|forgot-password|reset-password|invitation)$/.test(path);
  var open = stored('pulso.session') === '1';
  if (open && !outside) root.dataset.shell = '';

  // Filled by the build (scripts/bootList.ts): files, and which of them each language and page needs.
  var list = JSON.parse(document.currentScript.dataset.chunks || '{"files":[],"parts":{}}');
  var preload = function (part) {
    (list.parts[part] || []).forEach(function (at) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.href = list.files[at];
      document.head.append(link);
    });
  };
  preload(language);
  if (open || outside) {
    if (!outside) preload('');
    var page = path === '/' ? '/dashboard' : path;
    preload(list.parts[page] ? page : page.replace(/[^/]+$/, '*'));
  } else preload('/login');

  // One tab at a time renews (shared/session/session.ts), also here.
  if (open && navigator.locks) {
    window.pulsoRefresh = navigator.locks.request('pulso.refresh', function () {
      return fetch('/api/auth/refresh', {
        method: 'POST',
        headers: { 'X-Pulso-Client': 'web', Accept: 'application/json' },
        credentials: 'same-origin',
      });
    });
    window.pulsoRefresh.catch(function () {});
  }
})();
