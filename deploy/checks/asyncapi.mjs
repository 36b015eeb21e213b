// Parses one AsyncAPI document: an error fails, anything less is reported.
import { Parser, fromFile } from '@asyncapi/parser';

const levels = ['error', 'warning', 'information', 'hint'];
const path = process.argv[2];
const { document, diagnostics } = await fromFile(new Parser(), path).parse();
for (const { severity, message, path: place } of diagnostics) {
  console.log(`${levels[severity]}: ${message} (${place.join('.')})`);
}
const errors = diagnostics.filter(one => one.severity === 0).length;
console.log(`${path}: ${errors} errors, ${diagnostics.length - errors} remarks`);
process.exit(document === undefined || errors > 0 ? 1 : 0);
