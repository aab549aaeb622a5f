// Expands recurrence rules with ical.js: a JSON array of {start, rule, count, until} on stdin, a JSON array of arrays of dates on stdout.
// ical.js looks for ever for the next date of some rules that never happen again; after a while what was found is all.
import process from 'node:process';
import vm from 'node:vm';
import ICAL from 'ical.js';

const patience = { timeout: 4000 };

function expand({ start, rule, count, until }) {
  const dates = [];
  globalThis.look = () => {
    const iterator = ICAL.Recur.fromString(`${rule};UNTIL=${until}`).iterator(ICAL.Time.fromDateString(start));
    for (let next = iterator.next(); next && dates.length < count; next = iterator.next()) dates.push(next.toString());
  };
  try {
    vm.runInThisContext('look()', patience);
  } catch (error) {
    if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  }
  return dates;
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(expand)));
