import { expect, it } from 'vitest';
import { emptyOptions, isPipelineMissing, optionsRequest } from './importOptions';

it('deals go to a board: an existing one, or a new one named after the file', () => {
  const options = emptyOptions('deals', 'pipeline.csv');
  expect(optionsRequest(options)).toEqual({ pipeline_name: 'Pipeline' });
  expect(optionsRequest({ ...options, pipelineId: 'p1', decimal: 'comma' })).toEqual({
    pipeline_id: 'p1',
    decimal: 'comma',
  });
  expect(isPipelineMissing({ ...options, pipelineName: ' ' })).toBe(true);
});

it('contracts have no board', () => {
  const options = emptyOptions('contracts', 'telco.csv');
  expect(optionsRequest({ ...options, dateOrder: 'mdy' })).toEqual({ date_order: 'mdy' });
  expect(isPipelineMissing(options)).toBe(false);
});
