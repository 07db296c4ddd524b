(function () {
  try {
    var theme = localStorage.getItem('pulso.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('pulso.language');
    if (language === 'pt-BR' || language === 'en') document.documentElement.lang = language;
  } catch (e) {
    /* Storage may be forbidden: the system theme and the default language stay. */
  }
})();
