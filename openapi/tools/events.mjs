// The catalogue of events (openapi/events.yaml) as JSON Schemas with examples, and what is wrong with it.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** One schema per type: the envelope, with the type's own version, record and data. */
export function catalogue(source) {
  const events = {};
  for (const [type, event] of Object.entries(source.events)) {
    const { version, record, type: kind, data, ...rest } = source.envelope.properties;
    const own = { type: 'object', required: Object.keys(event.data), properties: event.data };
    events[type] = {
      description: event.description,
      schema: {
        ...source.envelope,
        properties: {
          ...rest,
          type: { ...kind, const: type },
          version: { ...version, const: event.version },
          record: {
            ...record,
            properties: { ...record.properties, type: { type: 'string', const: event.record } },
          },
          data: own,
        },
      },
      example: {
        id: '01939f6c-8b1f-7a52-8f0e-2b1f6d1c9a01',
        type,
        version: event.version,
        occurred_at: '2026-11-30T12:00:00Z',
        tenant_id: '01939f6c-0000-7000-8000-000000000001',
        record: { type: event.record, id: recordId(event), version: 1 },
        actor: { type: 'user', id: '01939f6c-0000-7cc1-9c0e-3d5c5f0a7b22' },
        data: Object.fromEntries(Object.entries(event.data).map(([name, field]) => [name, field.example])),
      },
    };
  }
  return { live_only: source.live_only, events };
}

function recordId(event) {
  return event.data[`${event.record}_id`]?.example;
}

export function complaintsOfEvents(source) {
  const found = [];
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true } });
  addFormats(ajv, ['date', 'date-time', 'uuid']);
  for (const [type, event] of Object.entries(source.events)) {
    if (!event.description) found.push(`${type}: say what it is`);
    if (!Number.isInteger(event.version)) found.push(`${type}: needs a version`);
    if (!type.startsWith(`${event.record}.`)) found.push(`${type}: its record should be named in its type`);
    if (!recordId(event)) found.push(`${type}: data names no ${event.record}_id`);
    for (const [name, field] of Object.entries(event.data)) {
      const at = `${type}.${name}`;
      if (field.example === undefined) found.push(`${at}: needs an example`);
      // What people have typed is read from the record, with the reader's rights, as long as it is kept.
      const text = [field, field.items ?? {}].some(
        (each) => [each.type].flat().includes('string') && !each.format && !each.pattern && !each.enum,
      );
      if (text) found.push(`${at}: a text without a form may hold what people have typed`);
    }
  }
  for (const [type, { schema, example }] of Object.entries(catalogue(source).events)) {
    const valid = ajv.compile(schema);
    if (!valid(example)) found.push(`${type}: ${ajv.errorsText(valid.errors, { dataVar: 'example' })}`);
  }
  return found;
}
