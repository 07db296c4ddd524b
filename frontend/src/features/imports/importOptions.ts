import type { ImportEntity } from '@/shared/api/gen';
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
