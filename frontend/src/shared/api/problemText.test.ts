import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { switchLanguage } from '@/shared/i18n';
import { ApiProblem, formPath, toProblem } from './problem';
import { problemText, violationText } from './problemText';

const t = i18next.t;

describe('what the server says, in the words of the screen', () => {
  it('knows a violation by field and code, by code, and else repeats the message', () => {
    const violation = { field: 'customer.email', code: 'invalid', message: 'an e-mail has an @' };
    expect(violationText(violation, t)).toBe('Escreva um e-mail válido, como ana@empresa.com.br.');
    expect(violationText({ field: 'rows[0].name', code: 'required', message: 'x' }, t)).toBe(
      'Preencha este campo.',
    );
    expect(violationText({ field: 'x', code: 'never_heard', message: 'as is' }, t)).toBe('as is');
  });

  it('follows the language', async () => {
    await switchLanguage('en');
    expect(violationText({ field: 'x', code: 'required', message: '' }, t)).toBe('Fill in this field.');
  });

  it('names a conflict by its code and a stale record by what to do', () => {
    const problem = (status: number, code: string) => new ApiProblem({ status, code, message: 'in English' });
    expect(problemText(problem(409, 'deal_closed'), t).detail).toBe(
      'O negócio já está encerrado. Reabra-o primeiro.',
    );
    expect(problemText(problem(409, 'unheard-of'), t).detail).toBe('in English');
    expect(problemText(problem(409, 'changed_meanwhile'), t).title).toBe('Alguém alterou antes de você');
    expect(problemText(problem(412, 'stale'), t).title).toBe('Alguém alterou antes de você');
    expect(problemText(problem(503, 'busy'), t).title).toBe('O servidor falhou');
  });

  it('reads problem+json, other errors, and no answer at all', () => {
    const body = { type: '/docs/problems/not_found', title: 'gone', status: 404, trace_id: 'x' };
    expect(toProblem(body)).toMatchObject({ status: 404, code: 'not_found', message: 'gone', traceId: 'x' });
    expect(toProblem('<html>', new Response('', { status: 502 }))).toMatchObject({
      status: 502,
      code: 'unknown',
    });
    expect(toProblem(new TypeError('failed to fetch'))).toMatchObject({ status: 0, code: 'offline' });
  });

  it('turns a path of the body into the name of a form field', () => {
    expect(formPath('contracts[0].amount_cents')).toBe('contracts.0.amount_cents');
    expect(formPath('name')).toBe('name');
  });
});
