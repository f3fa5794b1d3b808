"""Reads a FraiseQL server over Arrow Flight: queries, views, exports and events, as Arrow, pandas, polars or DuckDB, or into files.

    client = Client("grpc://127.0.0.1:8815")
    client.query("{ books { title price } }").to_pandas()

Needs pyarrow; pandas, polars and duckdb only where they are asked for.
"""

import argparse
import json
import sys
import time

import pyarrow as pa
import pyarrow.csv
import pyarrow.flight as flight
import pyarrow.parquet


class Result:
    """The answer to a ticket. Each method asks the server anew, so that a long one can be read batch by batch."""

    def __init__(self, client, ticket):
        self._client = client
        self.ticket = json.dumps(ticket).encode()

    @property
    def schema(self):
        return self._client.get_flight_info(flight.FlightDescriptor.for_command(self.ticket)).schema

    def reader(self):
        """A pyarrow.RecordBatchReader; an answer that breaks off raises, so that a part is never taken for the whole."""
        return self._client.do_get(flight.Ticket(self.ticket)).to_reader()

    def to_arrow(self):
        return self.reader().read_all()

    def to_pandas(self, **options):
        return _plain(self.to_arrow()).to_pandas(**options)

    def to_polars(self):
        import polars
        return polars.from_arrow(_plain(self.to_arrow()))

    def to_duckdb(self, connection=None):
        import duckdb
        return (connection or duckdb.default_connection()).from_arrow(_plain(self.to_arrow()))

    def write_parquet(self, path, **options):
        """Batch by batch; returns the number of rows."""
        return _write(self.reader(), lambda schema: pyarrow.parquet.ParquetWriter(path, schema, **options))

    def write_csv(self, path, **options):
        """Batch by batch; for columns that are no lists or objects."""
        return _write(self.reader(), lambda schema: pyarrow.csv.CSVWriter(path, schema, **options))

    def write_arrow(self, path):
        return _write(self.reader(), lambda schema: pa.ipc.new_file(path, schema))


def _plain_type(kind):
    if isinstance(kind, pa.BaseExtensionType):
        return pa.string() if kind.extension_name == "arrow.uuid" else kind.storage_type
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _plain_array(array):
    if isinstance(array.type, pa.BaseExtensionType) and array.type.extension_name == "arrow.uuid":
        return pa.array([None if value is None else str(value) for value in array.to_pylist()], pa.string())
    return array.cast(_plain_type(array.type))


def _plain(table):
    """With text where others have no type of their own: UUIDs, and enums, which files and frames would not have otherwise."""
    columns = [pa.chunked_array([_plain_array(chunk) for chunk in c.chunks], _plain_type(c.type)) for c in table.columns]
    fields = [pa.field(f.name, _plain_type(f.type), f.nullable) for f in table.schema]
    return pa.Table.from_arrays(columns, schema=pa.schema(fields))


def _write(reader, writer_of):
    rows = 0
    schema = _plain(reader.schema.empty_table()).schema
    with writer_of(schema) as writer:
        for batch in reader:
            writer.write_table(_plain(pa.Table.from_batches([batch])))
            rows += batch.num_rows
    return rows


class Client:
    """A connection. `options` go to pyarrow.flight.connect, such as tls_root_certs; `headers` go with each call."""

    def __init__(self, location="grpc://127.0.0.1:8815", headers=None, **options):
        self._flight = flight.connect(location, **options)
        self._options = flight.FlightCallOptions(headers=[(k.encode(), v.encode()) for k, v in (headers or {}).items()])

    def get_flight_info(self, descriptor):
        return self._flight.get_flight_info(descriptor, self._options)

    def do_get(self, ticket):
        return self._flight.do_get(ticket, self._options)

    def query(self, document=None, variables=None, **more):
        """One GraphQL query for one list; `documentId=` names a trusted document, `operationName=` one of several operations."""
        return Result(self, _ticket("GraphQLQuery", query=document, variables=variables, **more))

    def view(self, name, columns=None, where=None, order_by=None, limit=None, offset=None):
        choice = {"columns": columns, "where": where, "order_by": order_by, "limit": limit, "offset": offset}
        return Result(self, _ticket("OptimizedView", view=name, **choice))

    def export(self, table, columns=None):
        return Result(self, _ticket("BulkExport", table=table, columns=columns))

    def queries(self, *documents):
        """Several queries in one stream, each a document or an object with `query`, `variables` …; a table for each."""
        asked = [{"query": document} if isinstance(document, str) else document for document in documents]
        table = Result(self, _ticket("BatchedQueries", queries=asked)).to_arrow()
        return [_rows(column.combine_chunks()) for column in table.columns]

    def events(self, **choice):
        """Events that are there: entity_type, event_type, org_id, from_, to, after_sequence, limit."""
        return Result(self, _ticket("ObserverEvents", **_times(choice)))

    def follow(self, after_sequence=0, patience=1.0, **choice):
        """Events as they come, each once: pairs of a batch and the position to go on behind. Asks again when the server is away."""
        while True:
            ticket = _ticket("ObserverEvents", follow=True, after_sequence=after_sequence, **_times(choice))
            try:
                for chunk in self.do_get(flight.Ticket(json.dumps(ticket).encode())):
                    after_sequence = json.loads(chunk.app_metadata.to_pybytes())["after_sequence"]
                    yield chunk.data, after_sequence
                return
            except flight.FlightUnavailableError:
                time.sleep(patience)

    def action(self, name, body=None):
        asked = flight.Action(name, json.dumps(body).encode() if body is not None else b"")
        return [json.loads(answer.body.to_pybytes()) for answer in self._flight.do_action(asked, self._options)]


def _ticket(kind, **members):
    return {"type": kind, **{key: value for key, value in members.items() if value is not None}}


def _times(choice):
    return {key.rstrip("_"): value.isoformat() if hasattr(value, "isoformat") else value for key, value in choice.items()}


def _rows(lists):
    return pa.Table.from_batches([pa.RecordBatch.from_struct_array(lists.flatten())])


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fraiseql-flight", description="Reads a FraiseQL server over Arrow Flight.")
    parser.add_argument("--location", default="grpc://127.0.0.1:8815")
    parser.add_argument("--out", help="a file that ends with .parquet, .csv or .arrow; otherwise a JSON object a line is printed")
    commands = parser.add_subparsers(dest="command", required=True)
    query = commands.add_parser("query", help="the rows of a GraphQL query")
    query.add_argument("document")
    query.add_argument("--variables", type=json.loads)
    for name in ("view", "export"):
        command = commands.add_parser(name, help=f"the rows of a {name}")
        command.add_argument("name")
        command.add_argument("--columns", type=lambda text: text.split(","))
    events = commands.add_parser("events", help="the event log")
    events.add_argument("--after", type=int, default=0)
    events.add_argument("--follow", action="store_true")
    given = parser.parse_args(arguments)
    client = Client(given.location)
    if given.command == "events" and given.follow:
        for batch, _ in client.follow(given.after):
            _print(batch)
    elif given.command == "query":
        _deliver(client.query(given.document, given.variables), given.out)
    elif given.command == "events":
        _deliver(client.events(after_sequence=given.after), given.out)
    else:
        _deliver(getattr(client, given.command)(given.name, columns=given.columns), given.out)


def _deliver(result, out):
    if out is None:
        for batch in result.reader():
            _print(batch)
        return
    endings = {"parquet": result.write_parquet, "csv": result.write_csv, "arrow": result.write_arrow}
    ending = out.rsplit(".", 1)[-1]
    if ending not in endings:
        raise SystemExit("--out must end with .parquet, .csv or .arrow")
    print(endings[ending](out), "rows", file=sys.stderr)


def _print(batch):
    for row in batch.to_pylist():
        print(json.dumps(row, default=str, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
