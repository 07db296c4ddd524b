// The documentation under /docs, made from the contract and from docs/api/*.md: guides, a page for each tag with permission,
// parameters, fields, problems and samples of every operation, a page for each problem, and an index that the search box reads.
// Plain pages: they are read without a script, and no address outside of this installation is asked.
// Usage: node docs.mjs FOLDER
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeHtml, markdown, page, slug } from './docs/html.mjs';
import { answerOf, samples } from './docs/samples.mjs';
import { field, fields } from './docs/schema.mjs';
import { deref, operations, parameters } from './document.mjs';

const tools = dirname(fileURLToPath(import.meta.url));
const guidesFolder = resolve(tools, '../../docs/api');
/** In the order in which somebody who begins wants them. */
const ORDER = [
  'quickstart',
  'authentication',
  'errors',
  'idempotency',
  'lists',
  'keeping-a-copy',
  'events',
  'compatibility',
];

export function documentation(document) {
  const guides = guidePages();
  const tags = (document.tags ?? []).filter(({ name }) =>
    operations(document).some(({ tags: [tag] }) => tag === name),
  );
  const problems = Object.entries(document['x-problems'] ?? {});
  const navigation = [
    {
      name: 'Guides',
      items: [
        { title: 'Overview', path: 'index.html' },
        ...guides.map(({ title, path }) => ({ title, path })),
      ],
    },
    {
      name: 'Reference',
      items: tags.map(({ name }) => ({ title: words(name), path: `reference/${slug(name)}.html` })),
    },
    ...(problems.length
      ? [{ name: 'Errors', items: [{ title: 'Problem types and codes', path: 'problems/index.html' }] }]
      : []),
  ];
  const files = {};
  const put = (path, title, body) => {
    files[path] = page({ title, path, body, navigation });
  };
  put('index.html', 'Overview', overview(document, guides, tags));
  for (const { path, title, text } of guides) put(path, title, markdown(text));
  for (const tag of tags) put(`reference/${slug(tag.name)}.html`, words(tag.name), reference(document, tag));
  if (problems.length) {
    put('problems/index.html', 'Problem types and codes', registry(problems, document['x-violations']));
    for (const [type, problem] of problems)
      put(`problems/${type}/index.html`, problem.title, problemPage(document, type, problem));
  }
  files['search.json'] = JSON.stringify(searchIndex(document, guides, tags, problems));
  return files;
}

const words = (tag) =>
  tag.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').replace(/ ([A-Z])/g, (_, letter) => ` ${letter.toLowerCase()}`);

function guidePages() {
  const names = readdirSync(guidesFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3));
  return names
    .sort((a, b) => (ORDER.indexOf(a) + 1 || 99) - (ORDER.indexOf(b) + 1 || 99) || (a < b ? -1 : 1))
    .map((name) => {
      const text = readFileSync(join(guidesFolder, `${name}.md`), 'utf8').replaceAll(
        /\]\((\w[\w-]*)\.md(#[\w-]+)?\)/g,
        ']($1.html$2)',
      );
      return { name, path: `guides/${name}.html`, title: text.match(/^# (.+)$/m)?.[1] ?? name, text };
    });
}

function overview(document, guides, tags) {
  return `${markdown(`# ${document.info.title}\n\n${document.info.description}`)}
<h2>Guides</h2><ul class="cards">${guides.map(({ title, path, text }) => `<li><a href="${path}"><b>${escapeHtml(title)}</b><span>${escapeHtml(firstSentence(text))}</span></a></li>`).join('')}</ul>
<h2>Reference</h2><ul class="cards">${tags
    .map(
      ({ name, description }) =>
        `<li><a href="reference/${slug(name)}.html"><b>${escapeHtml(words(name))}</b><span>${escapeHtml(description)}</span></a></li>`,
    )
    .join('')}</ul>`;
}

const firstSentence = (text) =>
  text
    .replace(/^#.*$/m, '')
    .trim()
    .split(/\n\n/)[0]
    .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<=[.?!])\s.*$/s, '');

function reference(document, tag) {
  const own = operations(document).filter(({ tags: [name] }) => name === tag.name);
  return `<h1>${escapeHtml(words(tag.name))}</h1>${markdown(tag.description ?? '')}
<table class="operations"><tbody>${own.map((each) => `<tr><td><span class="method ${each.method}">${each.method.toUpperCase()}</span></td><td><a href="#${each.operationId}"><code>${escapeHtml(each.path)}</code></a></td><td>${escapeHtml(each.summary)}</td></tr>`).join('')}</tbody></table>
${own.map((each) => operationSection(document, each)).join('\n')}`;
}

function operationSection(document, operation) {
  const given = parameters(document, operation);
  const permission = [operation['x-permission']].flat();
  const request = deref(document, operation.requestBody);
  const answer = answerOf(document, operation);
  return `<section class="operation" id="${operation.operationId}">
<div class="text">
<h2><a href="#${operation.operationId}">${escapeHtml(operation.summary)}</a></h2>
<p class="address"><span class="method ${operation.method}">${operation.method.toUpperCase()}</span> <code>${escapeHtml(operation.path)}</code></p>
${operation.deprecated ? '<p class="deprecated">Deprecated: it goes on working until the day in its <code>Sunset</code> header.</p>' : ''}
<p class="permission">${
    permission[0] === 'public'
      ? 'For everybody, without a token.'
      : permission[0] === 'authenticated'
        ? 'For everybody who is logged in.'
        : `Permission: ${permission.map((each) => `<code>${escapeHtml(each)}</code>`).join(' and ')}`
  }${operation['x-people'] ? ' For people: an API key is refused (<code>people_only</code>).' : ''}</p>
${markdown(operation.description)}
${given.length ? `<h3>Parameters</h3><ul class="fields">${given.map((each) => field(document, each.name, { ...each.schema, description: each.description }, each.required, [], each.in)).join('')}</ul>` : ''}
${Object.entries(request?.content ?? {})
  .map(
    ([type, media]) =>
      `<h3>Body <span class="type">${escapeHtml(type)}</span></h3>${fields(document, media.schema)}`,
  )
  .join('')}
${answers(document, operation)}
</div>
<div class="code">
${tabs(operation, samples(document, operation))}
${answer ? `<figure><figcaption>Answer ${escapeHtml(answer.status)}</figcaption><pre tabindex="0"><code>${escapeHtml(answer.text)}</code></pre></figure>` : ''}
</div>
</section>`;
}

function answers(document, operation) {
  const rows = Object.entries(operation.responses).map(([status, response]) => {
    const target = deref(document, response);
    const media = Object.values(target.content ?? {})[0];
    const inner = /^2/.test(status) && media?.schema ? fields(document, media.schema) : '';
    return `<li><div class="field"><code class="name">${escapeHtml(status)}</code> <span>${escapeHtml(target.description)}</span></div>${
      inner ? `<details${/^2/.test(status) ? ' open' : ''}><summary>Fields</summary>${inner}</details>` : ''
    }</li>`;
  });
  const problems = operation['x-problems'] ?? [];
  return `<h3>Answers</h3><ul class="fields">${rows.join('')}</ul>${
    problems.length
      ? `<p class="problems">Problems: ${problems.map((type) => `<a href="../problems/${type}/"><code>${escapeHtml(type)}</code></a>`).join(' ')}</p>`
      : ''
  }`;
}

/** All samples are in the page; the script shows one language at a time, the same everywhere. */
function tabs(operation, texts) {
  return texts
    .map(
      ([language, text]) =>
        `<figure data-language="${language}"><figcaption>${language}</figcaption><pre tabindex="0" aria-label="${escapeHtml(`${operation.summary}, ${language}`)}"><code>${escapeHtml(text)}</code></pre></figure>`,
    )
    .join('');
}

function registry(problems, violations) {
  return `<h1>Problem types and codes</h1>
<p>Every refusal is <code>application/problem+json</code> (RFC 9457). Its <code>type</code> is the address of a page here; <code>violations</code> name the fields concerned with a stable <code>code</code>.</p>
<h2 id="types">Types</h2><table><thead><tr><th>Status</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${problems
    .map(
      ([type, { status, meaning }]) =>
        `<tr><td>${status}</td><td><a href="${type}/"><code>${escapeHtml(type)}</code></a></td><td>${inline(meaning)}</td></tr>`,
    )
    .join('')}</tbody></table>
${
  violations
    ? `<h2 id="codes">Codes of violations</h2><table><thead><tr><th>Code</th><th>Meaning</th></tr></thead><tbody>${Object.entries(
        violations,
      )
        .map(
          ([code, said]) =>
            `<tr id="code-${escapeHtml(code)}"><td><code>${escapeHtml(code)}</code></td><td>${inline(said?.meaning ?? said)}</td></tr>`,
        )
        .join('')}</tbody></table>`
    : ''
}`;
}

const inline = (text) => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

function problemPage(document, type, { status, title, meaning, remedy }) {
  const users = operations(document).filter((each) => each['x-problems']?.includes(type));
  return `<p class="back"><a href="../index.html">All problem types</a></p><h1>${escapeHtml(title)}</h1>
<p><code>${escapeHtml(type)}</code>, status ${status}</p>
<h2>What happened</h2><p>${inline(meaning)}</p><h2>What to do</h2><p>${inline(remedy)}</p>
${
  users.length
    ? `<h2>Who answers it</h2><ul class="plain">${users.map((each) => `<li><span class="method ${each.method}">${each.method.toUpperCase()}</span> <a href="../../reference/${slug(each.tags[0])}.html#${each.operationId}">${escapeHtml(each.summary)}</a></li>`).join('')}</ul>`
    : ''
}`;
}

/** Each entry: what it is, its words, and where it leads. */
function searchIndex(document, guides, tags, problems) {
  return [
    ...guides.map(({ title, path, text }) => ({
      kind: 'Guide',
      title,
      path,
      words: text.replaceAll(/[`*#|\n]+/g, ' ').slice(0, 3000),
    })),
    ...operations(document).map((each) => ({
      kind: each.method.toUpperCase(),
      title: each.summary,
      detail: each.path,
      path: `reference/${slug(each.tags[0])}.html#${each.operationId}`,
      words: `${each.operationId} ${[each['x-permission']].flat().join(' ')} ${names(document, each)}`,
    })),
    ...tags.map(({ name, description }) => ({
      kind: 'Section',
      title: words(name),
      path: `reference/${slug(name)}.html`,
      words: description ?? '',
    })),
    ...problems.map(([type, { title, meaning }]) => ({
      kind: 'Problem',
      title: type,
      detail: title,
      path: `problems/${type}/`,
      words: meaning,
    })),
  ];
}

/** The names of what an operation is given and of the fields of its body. */
function names(document, operation) {
  const body = deref(document, operation.requestBody)?.content?.['application/json']?.schema;
  return [
    ...parameters(document, operation).map(({ name }) => name),
    ...(fields(document, body ?? {}).match(/class="name">([^<]+)/g) ?? []).map((each) =>
      each.slice('class="name">'.length),
    ),
  ].join(' ');
}

const target = process.argv[2];
if (target && resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const document = JSON.parse(readFileSync(resolve(tools, '../dist/openapi.json'), 'utf8'));
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of Object.entries(documentation(document))) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  for (const file of ['docs.css', 'docs.js']) cpSync(join(tools, 'docs', file), join(target, file));
}
