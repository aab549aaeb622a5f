// Checks an export with ajv against the standard's own schemas and data package.
// stdin: {"schemas": folder, "package": file, "json": file, "tables": folder}; stdout: an array of what is wrong.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const wrong = [];

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
for (const file of fs.readdirSync(asked.schemas).filter((name) => name !== 'openapi.json')) {
  const schema = JSON.parse(fs.readFileSync(path.join(asked.schemas, file), 'utf8'));
  ajv.addSchema({ ...schema, $id: `https://hsds/${file}` });
}

if (asked.json) {
  const list = JSON.parse(fs.readFileSync(asked.json, 'utf8'));
  list.forEach((element, index) => {
    const table = element.hsds_table ?? 'organization';
    check(table, element, `${table} ${index}`);
    // The schema of an organization alone does not know that organization_full holds services.
    (element.services ?? []).forEach((service, inner) => check('service', service, `organization ${index}, service ${inner}`));
  });
}

function check(table, element, where) {
  const validate = ajv.getSchema(`https://hsds/${table}.json`);
  if (!validate(element)) validate.errors.forEach((error) => wrong.push(`${where}${error.instancePath}: ${error.message}`));
}

if (asked.tables) {
  const official = JSON.parse(fs.readFileSync(asked.package, 'utf8'));
  const ours = JSON.parse(fs.readFileSync(path.join(asked.tables, 'datapackage.json'), 'utf8'));
  const known = {};
  const rowsOf = {};
  for (const resource of official.resources) {
    const own = ours.resources.find((candidate) => candidate.name === resource.name);
    if (!own) {
      wrong.push(`${resource.name} is not in the package`);
      continue;
    }
    const rows = parse(fs.readFileSync(path.join(asked.tables, own.path), 'utf8'));
    const header = rows.shift();
    if (own.schema.fields.map((field) => field.name).join() !== header.join()) wrong.push(`${own.path}: the header is not that of the package`);
    for (const field of resource.schema.fields) {
      const theirs = own.schema.fields.find((candidate) => candidate.name === field.name);
      if (!theirs || theirs.type !== field.type || theirs.format !== field.format) wrong.push(`${own.path}: ${field.name} is another column`);
    }
    rowsOf[resource.name] = rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]])));
    known[resource.name] = new Set(rowsOf[resource.name].map((row) => row.id));
    if (known[resource.name].size !== rows.length) wrong.push(`${own.path}: an id is there twice`);
    const properties = Object.fromEntries(resource.schema.fields.map((field) => [field.name, property(field)]));
    const required = resource.schema.fields.filter((field) => field.constraints.required).map((field) => field.name);
    const validate = ajv.compile({ type: 'object', properties, required: asked.lenient ? ['id'] : required });
    rowsOf[resource.name].forEach((row, index) => {
      const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
      if (!validate(given)) validate.errors.forEach((error) => wrong.push(`${own.path} ${index + 2}${error.instancePath}: ${error.message}`));
    });
  }
  for (const resource of official.resources) {
    for (const key of resource.schema.foreignKeys ?? []) {
      for (const row of rowsOf[resource.name] ?? []) {
        if (row[key.fields] && !known[key.reference.resource].has(row[key.fields])) wrong.push(`${resource.path}: ${key.fields} ${row[key.fields]} names nothing`);
      }
    }
  }
}

function property(field) {
  const schema = { type: 'string' };
  if (field.type === 'number') schema.pattern = '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$';
  if (field.type === 'date') schema.format = 'date';
  if (field.type === 'time') schema.pattern = '^\\d{2}:\\d{2}(:\\d{2})?';
  if (field.type === 'datetime') schema.format = 'date-time';
  if (field.format) schema.format = field.format;
  if (field.constraints.enum) schema.enum = field.constraints.enum;
  return schema;
}

/** RFC 4180, on its own: what reads the export must not be what wrote it. */
function parse(text) {
  const rows = [];
  let [row, field, quoted] = [[], '', false];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (quoted) {
      if (unit !== '"') field += unit;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (unit === '"') {
      quoted = true;
    } else if (unit === ',' || unit === '\n') {
      row.push(field);
      field = '';
      if (unit === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (unit !== '\r') {
      field += unit;
    }
  }
  return rows;
}

process.stdout.write(JSON.stringify(wrong));
