import { expect, it } from 'vitest';
import { firstSettings, settingsGroups, visibleSettings } from './settingsPages';

const pages = (can: (permission: string) => boolean) =>
  visibleSettings(can).flatMap((group) => group.pages.map(({ to }) => to));

it('shows all fifteen pages to who may see all', () => {
  expect(pages(() => true)).toHaveLength(15);
  expect(firstSettings(() => true)).toBe('/settings/company');
});

it('leaves everybody their own pages and no empty group', () => {
  expect(pages(() => false)).toEqual(['/settings/profile', '/settings/security']);
  expect(visibleSettings(() => false)).toHaveLength(1);
  expect(firstSettings(() => false)).toBe('/settings/profile');
});

it('begins with the first page that the role may see', () => {
  expect(firstSettings((permission) => permission === 'audit.entries:read')).toBe('/audit');
});

it('names each page once', () => {
  const all = settingsGroups.flatMap((group) => group.pages.map(({ to }) => to));
  expect(new Set(all).size).toBe(all.length);
});
