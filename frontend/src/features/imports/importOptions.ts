import type { ImportEntity, Pipeline } from '@/shared/api/gen';
import { nameOf } from './importFile';

/** What is told about the file as a whole. `pipelineId` empty: a new board of that name. */
export interface ImportOptions {
  pipelineId: string;
  pipelineName: string;
  hasPipeline: boolean;
  dateOrder: '' | 'dmy' | 'mdy' | 'ymd';
  decimal: '' | 'comma' | 'point';
}

export function emptyOptions(entity: ImportEntity, fileName: string): ImportOptions {
  return {
    hasPipeline: entity === 'deals',
    pipelineId: '',
    pipelineName: nameOf(fileName),
    dateOrder: '',
    decimal: '',
  };
}

const plain = (text: string) => text.trim().toLowerCase();

/**
 * The board that a file of deals is about: the one that knows the most of its stages, and at least half of them; the usual
 * one where the file names none. Null: a new one, since none knows them.
 */
export function pipelineFor(pipelines: readonly Pipeline[], stages: readonly string[]): Pipeline | null {
  const named = [...new Set(stages.map(plain))].filter(Boolean);
  const usual = pipelines.find((pipeline) => pipeline.is_default) ?? pipelines[0] ?? null;
  if (named.length === 0) return usual;
  const known = (pipeline: Pipeline) => {
    const own = new Set(pipeline.stages.map((stage) => plain(stage.name)));
    return named.filter((stage) => own.has(stage)).length;
  };
  const best = pipelines.reduce<Pipeline | null>(
    (found, pipeline) => (found && known(found) >= known(pipeline) ? found : pipeline),
    usual,
  );
  return best && known(best) * 2 >= named.length ? best : null;
}

export const isPipelineMissing = (options: ImportOptions) =>
  options.hasPipeline && !options.pipelineId && !options.pipelineName.trim();

/** As the server takes them; what is left to it is not sent. */
export function optionsRequest(options: ImportOptions): Record<string, string> {
  const request: Record<string, string> = {};
  if (options.hasPipeline) {
    if (options.pipelineId) request.pipeline_id = options.pipelineId;
    else request.pipeline_name = options.pipelineName.trim();
  }
  if (options.dateOrder) request.date_order = options.dateOrder;
  if (options.decimal) request.decimal = options.decimal;
  return request;
}
