import { describe, expect, it } from 'vitest';
import type { Pipeline } from '@/shared/api/gen';
import { emptyOptions, isPipelineMissing, optionsRequest, pipelineFor } from './importOptions';

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

describe('the board of imported deals', () => {
  const board = (id: string, is_default: boolean, ...stages: string[]) =>
    ({ id, name: id, is_default, stages: stages.map((name) => ({ id: name, name })) }) as Pipeline;
  const boards = [
    board('parceiros', false, 'Contato', 'Acordo'),
    board('vendas', true, 'Novo', 'Proposta', 'Ganho'),
  ];

  it('is the one that knows its stages', () => {
    expect(pipelineFor(boards, ['novo ', 'Proposta', 'Inexistente'])?.id).toBe('vendas');
    expect(pipelineFor(boards, ['contato', 'Acordo'])?.id).toBe('parceiros');
  });

  it('is the usual one where the file names no stages', () => {
    expect(pipelineFor(boards, [])?.id).toBe('vendas');
    expect(pipelineFor(boards, ['', ' '])?.id).toBe('vendas');
  });

  it('is a new one where none knows them', () => {
    expect(pipelineFor(boards, ['Prospecting', 'Engaging', 'Novo'])).toBeNull();
    expect(pipelineFor([], ['Novo'])).toBeNull();
  });
});
