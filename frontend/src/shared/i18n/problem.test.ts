import { describe, expect, it } from 'vitest';
import { problemTypes, violationCodes } from '../api/gen/problems.gen';
import imports from './texts/imports/pt-BR';
import problem from './texts/problem/pt-BR';

/** Told by their status, in words of their own (problemText). */
const BY_STATUS = [
  'invalid',
  'malformed',
  'unauthorized',
  'second_factor_required',
  'forbidden',
  'origin_not_allowed',
  'not_found',
  'method_not_allowed',
  'not_acceptable',
  'stale',
  'too_large',
  'uri_too_long',
  'unsupported_media_type',
  'idempotency_key_reused',
  'version_required',
  'too_many_requests',
  'unexpected',
  'busy',
];

describe('what the server may refuse', () => {
  it.each(problemTypes.filter((type) => !BY_STATUS.includes(type)))('%s has a text', (type) => {
    expect(problem.codes).toHaveProperty(type);
  });

  it.each([...violationCodes])('the violation %s has a text', (code) => {
    expect({ ...imports.reason, ...problem.violations }).toHaveProperty(code);
  });
});
