import { describe, expect, it } from 'vitest';
import { messageReader, pauseBefore, toEvent } from './events';

describe('server-sent events', () => {
  const stream =
    'event: ready\ndata: {}\n\n: nothing\nid: 4712\r\nevent: deal.updated\r\ndata: {"id":"d1","version":3,"parent_id":"p1"}\r\n\r\n';

  it('are read however the network cuts them', () => {
    for (let size = 1; size <= stream.length; size++) {
      const read = messageReader();
      const messages = [];
      for (let at = 0; at < stream.length; at += size) messages.push(...read(stream.slice(at, at + size)));
      expect(messages, `in pieces of ${size}`).toEqual([
        { event: 'ready', id: undefined, data: '{}' },
        { event: 'deal.updated', id: '4712', data: '{"id":"d1","version":3,"parent_id":"p1"}' },
      ]);
    }
  });

  it('name what changed', () => {
    expect(
      toEvent({ event: 'deal.updated', id: '1', data: '{"id":"d1","version":3,"parent_id":"p1"}' }),
    ).toEqual({ type: 'deal.updated', id: 'd1', version: 3, parentId: 'p1' });
  });

  it('are asked for again after a pause that grows, within bounds, and differs between clients', () => {
    expect([0, 1, 2, 3].map((attempt) => pauseBefore(attempt, () => 1))).toEqual([500, 1000, 2000, 4000]);
    expect(pauseBefore(50, () => 1)).toBe(30_000);
    expect(pauseBefore(50, () => 0)).toBe(15_000);
  });
});
