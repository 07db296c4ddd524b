import i18next from 'i18next';
import { describe, expect, it, onTestFinished } from 'vitest';
import { switchLanguage } from '@/shared/i18n';
import { ApiProblem, formPath, toProblem } from './problem';
import { failureDetail, problemText, violationText } from './problemText';

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

  it('says the code of an error that it asks for, and asks for none that it cannot say', () => {
    const broken = new ApiProblem({ status: 500, code: 'internal', message: 'x', traceId: '4bf92f35' });
    expect(problemText(broken, t)).toMatchObject({
      detail: expect.stringMatching(/informe o código do erro: 4bf92f35$/),
      code: '4bf92f35',
    });
    const proxy = problemText(new ApiProblem({ status: 502, code: 'unknown', message: 'Bad Gateway' }), t);
    expect(proxy.detail).not.toContain('código');
    expect(proxy.code).toBeUndefined();
    // What the person can mend by itself needs nobody else: no code is asked for.
    const stale = new ApiProblem({ status: 412, code: 'stale', message: 'x', traceId: '4bf92f35' });
    expect(problemText(stale, t).detail).not.toContain('4bf92f35');
  });

  it('gives a passing message the code once, and a way to copy it', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => copied.push(text) },
      configurable: true,
    });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
    const broken = new ApiProblem({ status: 500, code: 'internal', message: 'x', traceId: '4bf92f35' });
    const { detail, actions } = failureDetail(broken, t);
    expect(detail.split('4bf92f35')).toHaveLength(2);
    expect(actions?.map(({ label }) => label)).toEqual(['Copiar código']);
    actions?.[0]?.run();
    expect(copied).toEqual(['4bf92f35']);
    expect(failureDetail(broken, t, 'Em outras palavras.').detail).toBe('Em outras palavras.');
    expect(failureDetail(new ApiProblem({ status: 409, code: 'deal_closed', message: 'x' }), t)).toEqual({
      detail: 'O negócio já está encerrado. Reabra-o primeiro.',
    });
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
