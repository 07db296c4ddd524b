import { expect, it } from 'vitest';
import { recents, remember } from './recents';

it('what was chosen last comes first, once, and only a few of it', () => {
  for (const id of ['new-deal', '/leads', 'new-lead', '/leads', 'dark', 'keys']) remember(id);
  expect(recents()).toEqual(['keys', 'dark', '/leads', 'new-lead']);
});

it('logging out is nothing to do again', () => {
  remember('new-deal');
  remember('logout');
  expect(recents()).toEqual(['new-deal']);
});

it('what cannot be read is nothing', () => {
  localStorage.setItem('pulso.recent', '{"a":');
  expect(recents()).toEqual([]);
});
