// Reads calendars with ical.js: a JSON array of {text, from, to} on stdin, a JSON array of arrays of [uid, start, end, summary, status] on stdout, one each
// occurrence that starts from one instant on and before another.
import process from 'node:process';
import ICAL from 'ical.js';

const unix = (time) => (time.start ?? time).toUnixTime() * 1000;
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
  for (let next = iterator.next(); next && unix(next) < to; next = iterator.next()) {
    // A date given as a period comes as one, and is no occurrence that the library knows the details of.
    yield told(next instanceof ICAL.Period ? { item: event, startDate: next.start, endDate: next.getEnd() } : event.getOccurrenceDetails(next));
  }
}

// When the first of several rules ends, the library forgets the others (recur_expansion.js, _nextRecurrenceIter): each is asked alone.
function ruleByRule(component) {
  const rules = component.getAllProperties('rrule');
  if (rules.length < 2) return [component];
  return rules.map((rule) => {
    const copy = new ICAL.Component(JSON.parse(JSON.stringify(component.toJSON())), component.parent);
    copy.removeAllProperties('rrule');
    copy.addProperty(new ICAL.Property(JSON.parse(JSON.stringify(rule.toJSON())), copy));
    return copy;
  });
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
    .flatMap(ruleByRule)
    .flatMap((component) => [...occurrences(component, end + 40 * 86400000)])
    .filter(([, start]) => Date.parse(start) >= begin && Date.parse(start) < end)
    // Two rules may say the same date: "duplicate instances are not to be counted".
    .filter((one, index, all) => index === all.findIndex((other) => other.join() === one.join()))
    .sort((one, other) => one[1].localeCompare(other[1]) || one[0].localeCompare(other[0]));
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(expand)));
