// Pages of text. Everything that comes from the contract is escaped here.
import { Marked } from 'marked';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text) => String(text ?? '').replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
export const slug = (text) =>
  String(text)
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Markdown of our own files. Headings can be linked to; HTML in it is shown as text. */
export function markdown(text) {
  const marked = new Marked({
    renderer: {
      html: ({ text: raw }) => escapeHtml(raw),
      heading({ tokens, depth, text: title }) {
        return `<h${depth} id="${slug(title)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code: ({ text: code, lang }) =>
        `<pre tabindex="0"><code class="${escapeHtml(lang ?? '')}">${escapeHtml(code)}</code></pre>\n`,
      table(token) {
        const cells = (row, name) =>
          row.map((cell) => `<${name}>${this.parser.parseInline(cell.tokens)}</${name}>`).join('');
        return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${token.rows
          .map((row) => `<tr>${cells(row, 'td')}</tr>`)
          .join('')}</tbody></table></div>\n`;
      },
    },
  });
  return marked.parse(text);
}

/** The navigation marks the page that is open; `root` leads from it to /docs/. */
export function page({ title, path, body, navigation, aside = '' }) {
  const root = '../'.repeat(path.split('/').length - 1) || './';
  const links = navigation
    .map(
      ({ name, items }) =>
        `<section><h2>${escapeHtml(name)}</h2><ul>${items
          .map(
            (item) =>
              `<li><a href="${root}${item.path}"${item.path === path ? ' aria-current="page"' : ''}>${escapeHtml(item.title)}</a></li>`,
          )
          .join('')}</ul></section>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Pulso API</title>
<link rel="stylesheet" href="${root}docs.css">
<script src="${root}docs.js" defer data-root="${root}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header><a class="home" href="${root}index.html">Pulso <span>API</span></a>
<div class="search" role="search"><input id="search" type="search" placeholder="Search operations, fields, problems  ( / )" aria-label="Search" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list"><ul id="found" role="listbox" aria-label="Found" hidden></ul></div>
<nav class="top" aria-label="More"><a href="/openapi.json">openapi.json</a><a href="/">App</a></nav></header>
<div class="frame">
<details class="menu" open><summary>Contents</summary><nav aria-label="Contents">${links}</nav></details>
<main id="main" tabindex="-1">
${body}
</main>
${aside}
</div>
</body>
</html>
`;
}
