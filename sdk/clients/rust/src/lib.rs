//! Reads a FraiseQL server over Arrow Flight: GraphQL queries, views, exports and the event log, as record batches.

use arrow_array::RecordBatch;
use arrow_flight::decode::{DecodedPayload, FlightDataDecoder};
use arrow_flight::error::{FlightError, Result};
use arrow_flight::flight_service_client::FlightServiceClient;
use arrow_flight::{Action, FlightClient, Ticket};
use futures_util::{StreamExt, TryStreamExt};
use serde_json::{json, Value};
use std::time::Duration;
use tonic::transport::{Channel, Endpoint};
use tonic::Code;

/// A connection; it is made with the first call, and made again when it was lost.
pub struct Client {
    flight: FlightClient,
}

impl Client {
    /// A connection without encryption, to a place like `http://127.0.0.1:8815`.
    pub fn connect(location: &str) -> Result<Self> {
        let endpoint = Endpoint::from_shared(location.to_owned()).map_err(|e| FlightError::ExternalError(Box::new(e)))?;
        Ok(Self::over(endpoint.connect_lazy()))
    }

    /// A connection over a channel of the caller's, such as one with TLS.
    pub fn over(channel: Channel) -> Self {
        // a batch may have more than the 4 MiB that tonic takes
        let service = FlightServiceClient::new(channel).max_decoding_message_size(usize::MAX);
        Self { flight: FlightClient::new_from_inner(service) }
    }

    /// The rows of one GraphQL query for one list; the variables may be null.
    pub async fn query(&mut self, document: &str, variables: Value) -> Result<Batches> {
        self.read(&ticket("GraphQLQuery", json!({"query": document, "variables": variables}), Value::Null)).await
    }

    /// The rows of a view; `choice` has columns, where, order_by, limit and offset, or is null.
    pub async fn view(&mut self, name: &str, choice: Value) -> Result<Batches> {
        self.read(&ticket("OptimizedView", json!({"view": name}), choice)).await
    }

    /// All rows of a table that the server exports; `choice` has columns, or is null.
    pub async fn export(&mut self, table: &str, choice: Value) -> Result<Batches> {
        self.read(&ticket("BulkExport", json!({"table": table}), choice)).await
    }

    /// Events that are there; `choice` has entity_type, event_type, org_id, from, to, after_sequence and limit, or is null.
    pub async fn events(&mut self, choice: Value) -> Result<Batches> {
        self.read(&ticket("ObserverEvents", Value::Null, choice)).await
    }

    /// Events as they come, each once, whatever becomes of the server in between; `choice` as for events.
    pub fn follow(self, choice: Value) -> Batches {
        let ticket = ticket("ObserverEvents", json!({"follow": true, "after_sequence": 0}), choice);
        Batches { open: None, again: Some((self, ticket)) }
    }

    /// The answer to a ticket of any kind.
    pub async fn read(&mut self, ticket: &Value) -> Result<Batches> {
        Ok(Batches { open: Some(self.open(ticket).await?), again: None })
    }

    async fn open(&mut self, ticket: &Value) -> Result<FlightDataDecoder> {
        Ok(self.flight.do_get(Ticket::new(ticket.to_string())).await?.into_inner())
    }

    /// Does an action; null for no body.
    pub async fn action(&mut self, name: &str, body: Value) -> Result<Vec<Value>> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let answers: Vec<_> = self.flight.do_action(Action::new(name, body)).await?.try_collect().await?;
        answers.iter().map(|answer| parse(answer)).collect()
    }
}

/// A ticket with the members of both objects that are not null; a server reads its `type` first.
pub fn ticket(kind: &str, members: Value, choice: Value) -> Value {
    let mut ticket = json!({ "type": kind });
    for given in [members, choice].iter().filter_map(Value::as_object).flatten() {
        if !given.1.is_null() {
            ticket[given.0] = given.1.clone();
        }
    }
    ticket
}

fn parse(bytes: &[u8]) -> Result<Value> {
    serde_json::from_slice(bytes).map_err(|e| FlightError::ExternalError(Box::new(e)))
}

/// Rows, and of events the position to go on behind.
pub struct Batch {
    pub rows: RecordBatch,
    pub position: Option<i64>,
}

/// The batches of a stream.
pub struct Batches {
    open: Option<FlightDataDecoder>,
    again: Option<(Client, Value)>,
}

impl Batches {
    /// The next batch; none at the end. Who follows waits here, and asks again while the server is away.
    pub async fn next(&mut self) -> Result<Option<Batch>> {
        loop {
            match self.attempt().await {
                Err(FlightError::Tonic(status)) if self.again.is_some() && status.code() == Code::Unavailable => self.open = None,
                answer => return answer,
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn attempt(&mut self) -> Result<Option<Batch>> {
        if let (None, Some((client, ticket))) = (&self.open, &mut self.again) {
            self.open = Some(client.open(ticket).await?);
        }
        let Some(messages) = &mut self.open else { return Ok(None) };
        while let Some(message) = messages.next().await.transpose()? {
            if let DecodedPayload::RecordBatch(rows) = message.payload {
                let metadata = &message.inner.app_metadata;
                let position = if metadata.is_empty() { Value::Null } else { parse(metadata)?["after_sequence"].take() };
                if let (Some((_, ticket)), false) = (&mut self.again, position.is_null()) {
                    ticket["after_sequence"] = position.clone();
                }
                return Ok(Some(Batch { rows, position: position.as_i64() }));
            }
        }
        Ok(None)
    }
}
