// Reads calendars with ical.js: a JSON array of {text, from, to} on stdin, a JSON array of arrays of [uid, start, end, summary, status] on stdout, one each
// occurrence that starts from one instant on and before another.
import process from 'node:process';
import ICAL from 'ical.js';

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString();

function* occurrences(component, to) {
  const event = new ICAL.Event(component);
  const told = (details) => [
    event.uid ?? '', instant(details.startDate), instant(details.endDate),
    details.item.summary ?? '', details.item.component.getFirstPropertyValue('status') ?? '',
  ];
  if (!event.isRecurring()) {
    yield told({ item: event, startDate: event.startDate, endDate: event.endDate });
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toUnixTime() * 1000 < to; next = iterator.next()) yield told(event.getOccurrenceDetails(next));
}

function expand({ text, from, to }) {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const uid = (component) => component.getFirstPropertyValue('uid');
  const masters = events.filter((component) => !component.hasProperty('recurrence-id'));
  // Occurrences without their event are events of their own.
  const alone = events.filter((component) => component.hasProperty('recurrence-id') && !masters.some((master) => uid(master) === uid(component)));
  for (const component of alone) component.removeProperty('recurrence-id');
  return [...masters, ...alone]
    .flatMap((component) => [...occurrences(component, end + 40 * 86400000)])
    .filter(([, start]) => Date.parse(start) >= begin && Date.parse(start) < end)
    .sort((one, other) => one[1].localeCompare(other[1]) || one[0].localeCompare(other[0]));
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(expand)));
