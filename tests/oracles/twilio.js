// Answers questions with the official Twilio SDK: a JSON array of questions on stdin, a JSON array of answers on stdout.
import process from 'node:process';
import twilio from 'twilio';

const answers = {
  sign: ({ token, url, fields }) => twilio.getExpectedTwilioSignature(token, url, fields),
  validate: ({ token, signature, url, fields }) => twilio.validateRequest(token, signature, url, fields),
  validateBody: ({ token, signature, url, body }) => twilio.validateRequestWithBody(token, signature, url, body),
  voice: ({ elements }) => build(new twilio.twiml.VoiceResponse(), elements),
  create: ({ account, token, resource, options }) => caught(account, token, (client) => client[resource].create(options)),
  list: ({ account, token, resource, options }) => caught(account, token, (client) => client[resource].page(options)),
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
async function caught(account, token, ask) {
  let request;
  const httpClient = {
    async request(options) {
      request = options;
      return options.method === 'get' ? { statusCode: 200, body: '{"messages":[],"calls":[]}' } : { statusCode: 201, body: { sid: 'SM1' } };
    },
  };
  await ask(twilio(account, token, { httpClient }));
  const { method, uri, username, password, data, params } = request;
  return { method, uri, username, password, fields: data ?? params };
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
const answered = await Promise.all(JSON.parse(input).map((question) => answers[question.ask](question)));
process.stdout.write(JSON.stringify(answered));
