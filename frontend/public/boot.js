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

  // Filled by the build (scripts/bootList.ts): files, which of them each language and page needs, and what it reads.
  var list = JSON.parse(document.currentScript.dataset.boot || '{"files":[],"parts":{},"reads":{}}');
  var part = path === '/' ? '/dashboard' : path;
  if (!list.parts[part]) part = part.replace(/[^/]+$/, '*');
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
  if (!open && !outside) part = '/login';
  if (part !== '/login' && !outside) preload('');
  preload(part);
  preload(language + ' ' + part);

  // Taken by shared/api/early.ts. One tab at a time renews (shared/session/createSession.ts), also here.
  if (open && navigator.locks) {
    var early = {};
    var ask = function (address, method, headers) {
      headers.Accept = 'application/json';
      return fetch(address, { method: method, headers: headers, credentials: 'same-origin' });
    };
    var read = function (address, token) {
      early[address] = ask(address, 'GET', { Authorization: 'Bearer ' + token, 'Accept-Language': language });
      early[address].catch(function () {});
    };
    early['/api/auth/refresh'] = navigator.locks
      .request('pulso.refresh', function () {
        return ask('/api/auth/refresh', 'POST', { 'X-Pulso-Client': 'web' });
      })
      .then(function (answer) {
        if (!answer.ok) return answer;
        var copy = answer.clone();
        return answer.json().then(function (session) {
          read('/api/profile', session.access_token);
          // An address with a question asks for something else than the page does by itself.
          var reads = outside || location.search ? [] : list.reads[part] || [];
          reads.forEach(function (address) {
            read(address.replace('*', path.replace(/^.*\//, '')), session.access_token);
          });
          return copy;
        });
      });
    early['/api/auth/refresh'].catch(function () {});
    window.pulsoEarly = early;
  }
})();
