'use strict';

// The endpoint is relative to this page, so that it also works behind a proxy that adds a path.
const endpoint = new URL('../graphql', window.location.href).href;
const parameters = new URLSearchParams(window.location.search);

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({
      url: endpoint,
      headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
    }),
    query: parameters.get('query') ?? undefined,
    variables: parameters.get('variables') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    defaultEditorToolsVisibility: true,
    headerEditorEnabled: true,
    shouldPersistHeaders: false,
  })
);
