/** Run by `npm run build`: writes all YAML files of rules/data as one JSON file beside the compiled code. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { COMPILED } from './load.js';
import { dataFile } from './root.js';

const names = readdirSync(dataFile('.')).filter((name) => name.endsWith('.yaml'));
const contents = names.map((name): [string, unknown] => [name, parse(readFileSync(dataFile(name), 'utf8'))]);
writeFileSync(COMPILED, JSON.stringify(Object.fromEntries(contents)));
