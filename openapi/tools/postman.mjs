// A collection for Postman (Insomnia reads it too) from the contract: node postman.mjs FILE
import { readFileSync, writeFileSync } from 'node:fs';
import converter from 'openapi-to-postmanv2';

const [file = 'pulso.postman_collection.json'] = process.argv.slice(2);
const contract = readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8');
const options = {
  folderStrategy: 'Tags',
  requestParametersResolution: 'Example',
  exampleParametersResolution: 'Example',
};
converter.convertV2({ type: 'string', data: contract }, options, (error, result) => {
  if (error || !result.result) {
    console.error(error ?? result.reason);
    process.exit(1);
  }
  const [{ data }] = result.output;
  data.variable = [{ key: 'baseUrl', value: 'http://localhost:8080' }];
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  console.log(
    `${file}: ${data.item.reduce((sum, folder) => sum + (folder.item?.length ?? 1), 0)} requests in folders`,
  );
});
