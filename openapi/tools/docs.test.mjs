// The documentation as it will be served: whole, linked right, and with samples that are what they say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { slug } from './docs/html.mjs';
import { samples } from './docs/samples.mjs';
import { documentation } from './docs.mjs';
import { operations } from './document.mjs';

const contract = resolve(dirname(fileURLToPath(import.meta.url)), '../dist/openapi.json');
const document = JSON.parse(readFileSync(contract, 'utf8'));
const files = documentation(document);
const pages = Object.entries(files).filter(([path]) => path.endsWith('.html'));
const textOf = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('every operation stands in the page of its tag, with its permission', () => {
  for (const operation of operations(document)) {
    const text = files[`reference/${slug(operation.tags[0])}.html`];
    assert.ok(text?.includes(`id="${operation.operationId}"`), operation.operationId);
    for (const permission of [operation['x-permission']].flat())
      if (!['public', 'authenticated'].includes(permission))
        assert.ok(text.includes(`<code>${permission}</code>`), permission);
  }
});

test('every link inside leads to a page that is there, and to a place on it', () => {
  const wrong = [];
  for (const [path, text] of pages) {
    for (const [, raw] of text.matchAll(/\bhref="([^"]+)"/g)) {
      const href = textOf(raw);
      if (/^(\/|https?:|mailto:)/.test(href)) continue;
      const [to, anchor] = href.split('#');
      let target = to ? posix.join(posix.dirname(path), to) : path;
      if (target.endsWith('/')) target += 'index.html';
      if (!files[target] && !['docs.css', 'docs.js'].includes(target)) wrong.push(`${path}: ${href}`);
      else if (anchor && !new RegExp(`id="${anchor}"`).test(files[target])) wrong.push(`${path}: ${href}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('nothing is said of what is not there', () => {
  for (const [path, text] of pages) {
    const visible = text.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ');
    assert.doesNotMatch(visible, /\bundefined\b|\[object Object\]|\bNaN\b/, path);
  }
});

test('no page runs or draws anything that is not its own', () => {
  for (const [path, text] of pages) {
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc="[./]*docs\.js")/, path);
    assert.doesNotMatch(text, /\sstyle="|\son\w+="/, path);
  }
});

test('the body of a curl sample is the JSON of the example', () => {
  let checked = 0;
  for (const operation of operations(document)) {
    const curl = Object.fromEntries(samples(document, operation)).curl;
    const body = curl.match(/ -d '(.*)'$/s)?.[1];
    if (!body) continue;
    const media = operation.requestBody.content['application/json'];
    assert.deepEqual(
      JSON.parse(body.replaceAll("'\\''", "'")),
      media.example ?? Object.values(media.examples)[0].value,
    );
    checked++;
  }
  assert.ok(checked > 30, `${checked} samples with a body`);
});

test('samples of JavaScript can be read by it', () => {
  for (const operation of operations(document)) {
    const { JavaScript } = Object.fromEntries(samples(document, operation));
    // It throws when it is no program.
    new Function('FormData', 'fetch', 'file', `return (async () => {${JavaScript}\n})`);
  }
});

test('search finds an operation by its words, its address and its fields', () => {
  const index = JSON.parse(files['search.json']);
  const deal = index.find(({ path }) => path === 'reference/deals.html#createDeal');
  assert.equal(deal.detail, '/api/crm/deals');
  assert.match(deal.words, /createDeal .*crm\.deals:write.* amount_cents/);
});
