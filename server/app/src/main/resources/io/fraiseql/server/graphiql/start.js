'use strict';

// The endpoint is relative to this page, so that it also works behind a proxy that adds a path.
const endpoint = new URL('../graphql', window.location.href).href;
const parameters = new URLSearchParams(window.location.search);

const queries = GraphiQL.createFetcher({
  url: endpoint,
  headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
});

function subscribes(request, documentAST) {
  const operations = documentAST?.definitions.filter((definition) => definition.kind === 'OperationDefinition') ?? [];
  const chosen = operations.find((operation) => operation.name?.value === request.operationName) ?? operations[0];
  return chosen?.operation === 'subscription';
}

// The answers of a subscription, from an event stream of GraphQL over SSE.
async function* answers(request, headers, signal) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) {
    yield await response.json();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop();
    for (const event of events) {
      const lines = event.split('\n');
      if (lines.includes('event: complete')) {
        return;
      }
      if (lines.includes('event: next')) {
        const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length));
        yield JSON.parse(data.join('\n'));
      }
    }
  }
}

// Whoever takes no more answers ends the stream at once, and not with its next event.
function subscription(request, headers) {
  const ending = new AbortController();
  const events = answers(request, headers, ending.signal);
  const last = { value: undefined, done: true };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () =>
      events.next().catch((failure) => {
        if (ending.signal.aborted) {
          return last;
        }
        throw failure;
      }),
    return: async () => {
      ending.abort();
      return last;
    },
  };
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: (request, options) =>
      subscribes(request, options?.documentAST)
        ? subscription(request, options?.headers)
        : queries(request, options),
    query: parameters.get('query') ?? undefined,
    variables: parameters.get('variables') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    defaultEditorToolsVisibility: true,
    headerEditorEnabled: true,
    shouldPersistHeaders: false,
  })
);
