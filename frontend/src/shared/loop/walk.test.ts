import { describe, expect, it } from 'vitest';
import { keepWalk, walkFrom, walkOf } from './walk';

describe('walking through what was listed', () => {
  it('knows who stands before and after', () => {
    expect(walkOf(['a', 'b', 'c'], 'b')).toEqual({ at: 2, count: 3, previous: 'a', next: 'c' });
    expect(walkOf(['a', 'b'], 'a')).toEqual({ at: 1, count: 2, previous: undefined, next: 'b' });
  });

  it('leads nowhere from a record that was not listed', () => {
    expect(walkOf(['a'], 'z')).toBeNull();
    expect(walkFrom('lead', 'a')).toBeNull();
    keepWalk('lead', ['a', 'b']);
    expect(walkFrom('lead', 'a')?.next).toBe('b');
    expect(walkFrom('deal', 'a')).toBeNull();
  });
});
