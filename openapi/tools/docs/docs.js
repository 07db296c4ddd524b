// The pages are whole without this. It adds: search (/), one language of samples at a time, and a closed menu on a phone.
(() => {
  const root = document.currentScript.dataset.root;
  const menu = document.querySelector('.menu');
  const narrow = matchMedia('(max-width: 800px)');
  const fold = () => {
    menu.open = !narrow.matches;
  };
  narrow.addEventListener('change', fold);
  fold();
  document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest' });

  const languages = [
    ...new Set([...document.querySelectorAll('[data-language]')].map((each) => each.dataset.language)),
  ];
  const kept = () => {
    try {
      return localStorage.getItem('pulso.docs.language');
    } catch {
      return null;
    }
  };
  const show = (language) => {
    for (const each of document.querySelectorAll('[data-language]'))
      each.hidden = each.dataset.language !== language;
    for (const button of document.querySelectorAll('.languages button'))
      button.setAttribute('aria-pressed', String(button.textContent === language));
    try {
      localStorage.setItem('pulso.docs.language', language);
    } catch {}
  };
  for (const code of document.querySelectorAll('.operation .code')) {
    const bar = document.createElement('div');
    bar.className = 'languages';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Language of the samples');
    for (const language of languages) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = language;
      button.addEventListener('click', () => {
        // What is read stays where it is although samples above it change their height.
        const before = bar.getBoundingClientRect().top;
        show(language);
        scrollBy(0, bar.getBoundingClientRect().top - before);
      });
      bar.append(button);
    }
    code.prepend(bar);
    for (const caption of code.querySelectorAll('[data-language] figcaption')) caption.hidden = true;
  }
  if (languages.length) show(languages.includes(kept()) ? kept() : languages[0]);

  const input = document.getElementById('search');
  const list = document.getElementById('found');
  let entries;
  let selected = -1;
  const plain = (text) =>
    String(text ?? '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
  const load = async () => {
    entries ??= fetch(`${root}search.json`)
      .then((answer) => answer.json())
      .then((found) =>
        found.map((each) => ({
          ...each,
          head: plain(`${each.title} ${each.detail ?? ''}`),
          all: plain(each.words),
        })),
      );
    return entries;
  };
  const score = (entry, terms) => {
    let sum = 0;
    for (const term of terms) {
      const at = entry.head.indexOf(term);
      if (at >= 0) sum += at === 0 || /[^a-z0-9]/.test(entry.head[at - 1]) ? 10 : 5;
      else if (entry.all.includes(term)) sum += 1;
      else return 0;
    }
    return sum;
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    selected = -1;
  };
  const select = (index) => {
    const rows = [...list.children];
    if (!rows.length) return;
    selected = (index + rows.length) % rows.length;
    rows.forEach((row, i) => {
      row.setAttribute('aria-selected', String(i === selected));
    });
    input.setAttribute('aria-activedescendant', rows[selected].id);
    rows[selected].scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('input', async () => {
    const asked = input.value;
    const terms = plain(asked).split(/\s+/).filter(Boolean);
    if (!terms.length) return close();
    const found = (await load())
      .map((entry) => ({ entry, points: score(entry, terms) }))
      .filter(({ points }) => points)
      .sort((a, b) => b.points - a.points)
      .slice(0, 20);
    if (input.value !== asked) return;
    list.replaceChildren(
      ...found.map(({ entry }, index) => {
        const row = document.createElement('li');
        row.id = `found-${index}`;
        row.setAttribute('role', 'option');
        const link = document.createElement('a');
        link.href = root + entry.path;
        link.tabIndex = -1;
        const kind = document.createElement('span');
        kind.className = `kind method ${entry.kind.toLowerCase()}`;
        kind.textContent = entry.kind;
        const title = document.createElement('span');
        title.textContent = entry.title;
        link.append(kind, title);
        if (entry.detail) {
          const detail = document.createElement('small');
          detail.textContent = entry.detail;
          link.append(detail);
        }
        row.append(link);
        return row;
      }),
    );
    if (!found.length) {
      const row = document.createElement('li');
      row.textContent = 'Nothing found.';
      list.append(row);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    selected = -1;
    if (found.length) select(0);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      list.children[selected]?.querySelector('a')?.click();
      close();
    } else if (event.key === 'Escape') {
      input.value = '';
      close();
    }
  });
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.search')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input, textarea')) return;
    event.preventDefault();
    input.focus();
  });
})();
