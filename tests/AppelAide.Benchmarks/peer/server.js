// A turn of the same work as the line's, of the parts that a Node.js project would take: Express, the official SDK, SQLite with
// synchronous=FULL. libsql has better-sqlite3's interface, and a prebuilt binary for this Node.js where better-sqlite3 has none.
import express from 'express';
import Database from 'libsql';
import twilio from 'twilio';

const [port, file] = process.argv.slice(2);
const token = process.env.TWILIO_AUTH_TOKEN;
const db = new Database(file);
db.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -16384;
  CREATE TABLE caller (id INTEGER PRIMARY KEY, phone TEXT NOT NULL UNIQUE, place TEXT);
  CREATE TABLE conversation (no INTEGER PRIMARY KEY, call_sid TEXT NOT NULL UNIQUE, caller_id INTEGER NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, seconds INTEGER);
  CREATE TABLE session (conversation_no INTEGER PRIMARY KEY, turn_no INTEGER NOT NULL, state TEXT NOT NULL, updated_at TEXT NOT NULL);
  CREATE TABLE turn (conversation_no INTEGER NOT NULL, turn_no INTEGER NOT NULL, at TEXT NOT NULL, token TEXT, heard TEXT NOT NULL, said TEXT NOT NULL, reply TEXT NOT NULL,
    PRIMARY KEY (conversation_no, turn_no));
  CREATE TABLE training (id INTEGER PRIMARY KEY, place TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, location TEXT NOT NULL);
  CREATE INDEX training_place ON training (place, date);
`);
const places = ['Gaspé', 'Percé', 'Chandler', 'Carleton-sur-Mer'];
const addTraining = db.prepare('INSERT INTO training (place, title, date, location) VALUES (?, ?, ?, ?)');
for (const place of places)
  for (let i = 0; i < 20; i++)
    addTraining.run(place, `Apprivoiser sa tablette, partie ${i + 1}`, `2026-12-${String(i + 1).padStart(2, '0')} 13:30`, `Bibliothèque municipale de ${place}`);

const findCaller = db.prepare('SELECT id, place FROM caller WHERE phone = ?');
const addCaller = db.prepare('INSERT INTO caller (phone) VALUES (?)');
const settle = db.prepare('UPDATE caller SET place = ? WHERE id = ?');
const addConversation = db.prepare('INSERT INTO conversation (call_sid, caller_id, started_at) VALUES (?, ?, ?)');
const findConversation = db.prepare('SELECT no FROM conversation WHERE call_sid = ?');
const close = db.prepare('UPDATE conversation SET ended_at = ?, seconds = ? WHERE no = ? AND ended_at IS NULL');
const loadSession = db.prepare('SELECT turn_no, state FROM session WHERE conversation_no = ?');
const saveSession = db.prepare('INSERT INTO session VALUES (?, ?, ?, ?) ON CONFLICT (conversation_no) DO UPDATE SET turn_no = excluded.turn_no, state = excluded.state, updated_at = excluded.updated_at');
const addTurn = db.prepare('INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?)');
const nextTraining = db.prepare('SELECT title, date, location FROM training WHERE place = ? ORDER BY date LIMIT 1 OFFSET ?');

// What is asked at each node, and where keys lead: as small as the work can be.
const dialogue = {
  menu: { say: 'Bonjour, ici la ligne AppelAide. Pour une formation, faites le 1. Pour trouver de l\'aide près de chez vous, faites le 2. Pour donner votre avis, faites le 3.' },
  place: { say: 'Dans quelle municipalité habitez-vous? Dites son nom. Ou composez ses premières lettres, puis le carré.' },
  confirm: { say: 'Si c\'est bien ça, faites le 1. Sinon, faites le 2.' },
  offer: { say: 'Pour vous inscrire, faites le 1. Pour la suivante, faites le 2. Pour recevoir ces détails par texto, faites le 3.' },
};

function step(state, heard) {
  switch (state.node) {
    case 'menu':
      if (heard.digits === '1') return { ...state, node: state.place ? 'offer' : 'place', skip: 0 };
      return state;
    case 'place':
      return heard.speech ? { ...state, node: 'confirm', place: heard.speech } : state;
    case 'confirm':
      return heard.digits === '1' ? { ...state, node: 'offer', skip: 0 } : { ...state, node: 'place', place: null };
    default:
      return heard.digits === '2' ? { ...state, skip: (state.skip + 1) % 20 } : state;
  }
}

function render(no, turn, said) {
  const response = new twilio.twiml.VoiceResponse();
  const gather = response.gather({
    input: 'dtmf speech', action: `/twilio/voice/turn?c=${no}&t=${turn}`, method: 'POST', timeout: 10, speechTimeout: '1', numDigits: 1,
    language: 'fr-CA', speechModel: 'default', profanityFilter: false, actionOnEmptyResult: true,
  });
  gather.say({ voice: 'Polly.Gabrielle-Neural', language: 'fr-CA' }, said);
  return response.toString();
}

function write(no, turn, state, heard, deliveryToken) {
  const now = new Date().toISOString();
  if (state.node === 'offer' && heard.digits === '1') settle.run(state.place, state.caller);
  let said = dialogue[state.node].say;
  if (state.node === 'offer') {
    const training = nextTraining.get(state.place, state.skip);
    said = training ? `${training.title}. ${training.date}. ${training.location}. ${said}` : said;
  }

  const reply = JSON.stringify({ n: turn, said, node: state.node });
  saveSession.run(no, turn, JSON.stringify(state), now);
  addTurn.run(no, turn, now, deliveryToken, JSON.stringify(heard), said, reply);
  return render(no, turn, said);
}

const take = db.transaction(write);

const arrive = db.transaction((body, deliveryToken) => {
  let caller = findCaller.get(body.From);
  caller ??= { id: addCaller.run(body.From).lastInsertRowid, place: null };
  const no = Number(addConversation.run(body.CallSid, caller.id, new Date().toISOString()).lastInsertRowid);
  return write(no, 1, { node: 'menu', caller: Number(caller.id), place: caller.place, skip: 0 }, {}, deliveryToken);
});

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.get('/health/ready', (_, response) => response.send('ready'));
app.use('/twilio', express.urlencoded({ extended: false }), (request, response, next) => {
  const url = `http://${request.get('host')}${request.originalUrl}`;
  if (twilio.validateRequest(token, request.get('X-Twilio-Signature') ?? '', url, request.body)) next();
  else response.status(403).end();
});
app.post('/twilio/voice', (request, response) => {
  response.type('application/xml').send(arrive(request.body, request.get('I-Twilio-Idempotency-Token') ?? null));
});
app.post('/twilio/voice/turn', (request, response) => {
  const { body, query } = request;
  const no = Number(query.c);
  const saved = loadSession.get(no);
  if (!saved) return response.status(404).end();
  const heard = { digits: body.Digits, speech: body.SpeechResult };
  const state = step(JSON.parse(saved.state), heard);
  response.type('application/xml').send(take(no, saved.turn_no + 1, state, heard, request.get('I-Twilio-Idempotency-Token') ?? null));
});
app.post('/twilio/voice/status', (request, response) => {
  const found = findConversation.get(request.body.CallSid);
  if (found) close.run(new Date().toISOString(), Number(request.body.CallDuration), found.no);
  response.status(204).end();
});
app.listen(Number(port), '127.0.0.1');
