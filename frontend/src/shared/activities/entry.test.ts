import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, isDone, splitText, writtenEntry } from './entry';

const format = { zone: 'America/Sao_Paulo' };
const now = '2026-12-01T17:30:00.000Z';
const written = (draft: Partial<Draft>) => writtenEntry({ ...emptyDraft, ...draft }, format, now);

describe('what is written in the composer', () => {
  it('has its subject in the first line', () => {
    expect(splitText('  Ligou Helena \n\nQuer desconto.\nNo setup. ')).toEqual({
      subject: 'Ligou Helena',
      description: 'Quer desconto.\nNo setup.',
    });
    expect(splitText('Só isto')).toEqual({ subject: 'Só isto', description: null });
    expect(splitText(' \n ')).toEqual({ subject: '', description: null });
  });

  it('loses nothing of a line that is too long for a subject', () => {
    const line = 'palavra '.repeat(40).trim();
    const { subject, description } = splitText(line);
    expect([...subject].length).toBeLessThanOrEqual(255);
    expect(subject).toMatch(/palavra…$/);
    expect(description).toBe(line);
    const emoji = '😀'.repeat(255);
    expect(splitText(emoji)).toEqual({ subject: emoji, description: null });
  });

  it('is done or to be done, as the type usually is, unless somebody says otherwise', () => {
    const usual = (type: Draft['type']) => isDone({ type });
    expect((['note', 'call', 'email', 'meeting', 'task'] as const).map(usual)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isDone({ type: 'call', done: false })).toBe(false);
    expect(isDone({ type: 'meeting', done: true })).toBe(true);
    // What is neither asked nor shown decides nothing.
    expect(isDone({ type: 'task', done: true })).toBe(false);
    expect(isDone({ type: 'note', done: false })).toBe(true);
  });

  it('is sent with what belongs to it alone', () => {
    const filled = { text: 'Ligar', outcome: ' Atendeu ', day: '2026-12-02', time: '15h' };
    expect(written({ ...filled, type: 'note' })).toEqual({
      type: 'note',
      subject: 'Ligar',
      description: null,
    });
    expect(written({ ...filled, type: 'call' })).toEqual({
      type: 'call',
      subject: 'Ligar',
      description: null,
      completed_at: now,
      outcome: 'Atendeu',
    });
    expect(written({ ...filled, type: 'task' })).toEqual({
      type: 'task',
      subject: 'Ligar',
      description: null,
      due_at: '2026-12-02T18:00:00.000Z',
    });
    expect(written({ ...filled, type: 'meeting', time: '' })).toMatchObject({ due_on: '2026-12-02' });
  });
});
