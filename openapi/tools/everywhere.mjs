// What holds for every operation of a kind, and is therefore written down here and not at each of them.
import { deref, operations } from './document.mjs';

const TAG = {
  description:
    'Tag of what this shows, for `If-None-Match`. Of a record with a version it begins with that, and serves for `If-Match` too.',
  schema: { type: 'string' },
  example: '"3-7f0c1a2b9d3e4f50"',
};
const NOT_MODIFIED = {
  description: 'It still shows what the tag in `If-None-Match` stands for; there is no body.',
  headers: { ETag: { $ref: '#/components/headers/ReadETag' } },
};

/** Every JSON that is read carries a tag, and is not sent again to who has it. */
export function everywhere(document) {
  document.components.headers = { ...document.components.headers, ReadETag: TAG };
  document.components.responses = { ...document.components.responses, NotModified: NOT_MODIFIED };
  for (const { path, method } of operations(document)) {
    if (method !== 'get') continue;
    const operation = document.paths[path].get;
    const { responses } = operation;
    const answer = deref(document, responses['200']);
    if (!answer?.content?.['application/json']) continue;
    answer.headers = { ...answer.headers, ETag: { $ref: '#/components/headers/ReadETag' } };
    responses['304'] = { $ref: '#/components/responses/NotModified' };
    // Last: the Java interfaces leave it out (`x-platform`), because JsonAnswers compares tags for all of them.
    operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IfNoneMatch' }];
  }
  return document;
}
