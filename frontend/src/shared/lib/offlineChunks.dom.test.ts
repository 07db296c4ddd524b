import { expect, it } from 'vitest';
import { keepPageOffline } from './offlineChunks';

it('a page that cannot be fetched without a network is not taken for one of an older release', () => {
  let online = false;
  keepPageOffline(() => online);
  const failing = () => {
    const error = new TypeError('Failed to fetch dynamically imported module: /assets/leads.js');
    window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: error }));
    return error.message;
  };
  expect(failing()).toMatch(/^offline: Failed/);
  online = true;
  expect(failing()).toMatch(/^Failed/);
});
