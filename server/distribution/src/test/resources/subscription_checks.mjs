// What graphql-ws and graphql-sse, the reference clients of both protocols, get from a server: node subscription_checks.mjs PORT
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createStreamClient } from 'graphql-sse';

const endpoint = `127.0.0.1:${process.argv[2]}/graphql`;
const clients = {
  'graphql-ws': createSocketClient({ url: `ws://${endpoint}`, webSocketImpl: WebSocket, retryAttempts: 0 }),
  'graphql-sse': createStreamClient({ url: `http://${endpoint}`, retryAttempts: 0 }),
};

async function one(client, request) {
  for await (const result of client.iterate(request)) {
    return result;
  }
  return undefined;
}

async function write(client, id) {
  const answer = await one(client, { query: `mutation { createTicket(input: {id: ${id}, title: "N${id}"}) { id } }` });
  assert.deepEqual(answer, { data: { createTicket: { id } } });
}

let next = 1000;
for (const [name, client] of Object.entries(clients)) {
  const known = await one(client, { query: '{ tickets(where: {id: {eq: 1}}) { id title } }' });
  assert.deepEqual(known, { data: { tickets: [{ id: 1, title: 'T1' }] } });

  const from = next;
  const events = client.iterate({
    query: 'subscription ($from: Int!) { ticketChanged(after: 0, where: {id: {gte: $from}}) { id title } }',
    variables: { from },
  });
  const heard = [];
  const writing = (async () => {
    for (let i = 0; i < 20; i++) {
      await write(client, next++);
    }
  })();
  for await (const result of events) {
    heard.push(result);
    if (heard.length === 20) {
      break;
    }
  }
  await writing;
  assert.deepEqual(heard.map((result) => result.data.ticketChanged.id), Array.from({ length: 20 }, (_, i) => from + i));

  const position = heard[9].extensions.event.position;
  const resumed = await one(client, {
    query: 'subscription ($after: BigInt) { ticketChanged(after: $after) { id } }',
    variables: { after: position },
  });
  assert.equal(resumed.data.ticketChanged.id, from + 10);

  await assert.rejects(one(client, { query: '{ tickets { none } }' }));
  client.dispose();
  console.log(`${name}: heard ${heard.length} events, each once`);
}
console.log('all checks passed');
process.exit(0);
