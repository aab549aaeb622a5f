// Answers questions with the official Twilio SDK: a JSON array of questions on stdin, a JSON array of answers on stdout.
import process from 'node:process';
import twilio from 'twilio';

const answers = {
  sign: ({ token, url, fields }) => twilio.getExpectedTwilioSignature(token, url, fields),
  validate: ({ token, signature, url, fields }) => twilio.validateRequest(token, signature, url, fields),
  validateBody: ({ token, signature, url, body }) => twilio.validateRequestWithBody(token, signature, url, body),
  voice: ({ elements }) => build(new twilio.twiml.VoiceResponse(), elements),
  send: ({ account, token, message }) => send(account, token, message),
  messaging: ({ elements }) => build(new twilio.twiml.MessagingResponse(), elements),
};

// The verbs whose method takes words, or a number or URL, after the attributes.
const withWords = new Set(['say', 'prosody', 'number', 'message', 'redirect']);

function build(response, elements) {
  append(response, elements);
  return response.toString();
}

function append(parent, elements) {
  for (const element of elements) {
    if (typeof element === 'string') {
      parent.addText(element);
      continue;
    }
    const words = typeof element.children?.[0] === 'string' ? element.children[0] : undefined;
    if (words !== undefined && withWords.has(element.verb)) {
      append(parent[element.verb](element.attributes, words), element.children.slice(1));
    } else {
      append(parent[element.verb](element.attributes), element.children ?? []);
    }
  }
}

/** The request that the SDK would make, caught before it leaves. */
async function send(account, token, message) {
  let caught;
  const httpClient = {
    async request(options) {
      caught = options;
      return { statusCode: 201, body: { sid: 'SM1' } };
    },
  };
  await twilio(account, token, { httpClient }).messages.create(message);
  const { method, uri, username, password, data } = caught;
  return { method, uri, username, password, data };
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
const answered = await Promise.all(JSON.parse(input).map((question) => answers[question.ask](question)));
process.stdout.write(JSON.stringify(answered));
