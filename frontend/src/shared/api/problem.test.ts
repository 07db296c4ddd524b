import { describe, expect, it } from 'vitest';
import { applyViolations, toProblem } from './problem';

const answer = (rest: object) => ({
  type: 'https://pulso.dev/problems/invalid',
  title: 'x',
  status: 400,
  ...rest,
});

describe('what the server refuses', () => {
  it('is told in the words of the screen where the code is known, else as the server said it', () => {
    const problem = toProblem(
      answer({
        detail: 'tax_id is already taken',
        violations: [
          { field: 'tax_id', code: 'duplicate', message: 'tax_id is already taken' },
          { field: 'name', code: 'required', message: 'must not be null' },
          { field: 'title', code: 'brand_new_rule', message: 'rhymes' },
        ],
      }),
    );
    expect(problem.violations.map((violation) => violation.message)).toEqual([
      'Já está em uso por outro registro.',
      'Preencha este campo.',
      'rhymes',
    ]);
    expect(
      toProblem({ ...answer({ detail: 'x' }), type: 'https://pulso.dev/problems/over-payment' }).message,
    ).toBe('O pagamento é maior que o valor em aberto.');
    expect(toProblem(answer({ detail: 'as it said' })).message).toBe('as it said');
  });

  it('goes beside its field, however deep, and what has no field comes back', () => {
    const told: string[] = [];
    const rest = applyViolations(
      toProblem(
        answer({
          violations: [
            { field: 'items[1].unit_cents', message: 'too much' },
            { field: 'elsewhere', message: 'who knows' },
          ],
        }),
      ),
      ['items'],
      (path) => told.push(path as string),
    );
    expect(told).toEqual(['items.1.unit_cents']);
    expect(rest.map((violation) => violation.field)).toEqual(['elsewhere']);
  });
});
