"""Compares what the Python client reads from a server with what SQL reads from its database: LOCATION, HTTP, DATABASE, FOLDER."""

import csv
import datetime
import decimal
import itertools
import json
import pathlib
import sqlite3
import subprocess
import sys
import urllib.request

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.flight
import pyarrow.parquet

CLIENT = pathlib.Path("../../sdk/clients/python").resolve()
sys.path.insert(0, str(CLIENT))
from fraiseql_flight import Client  # noqa: E402

location, http, database, folder = sys.argv[1:]
client = Client(location)


def sql(text):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return connection.execute(text).fetchall()


def same(what, got, expected):
    if got != expected:
        sys.exit(f"{what}: {str(got)[:500]} is not {str(expected)[:500]}")
    print("same:", what)


def refused(what, body, kind, part):
    try:
        body()
    except kind as error:
        same(what, part in str(error), True)
        return
    sys.exit(f"{what} was not refused")


def create(name):
    document = 'mutation { createItem(input: {id: %d, name: "%s", price: "1.50"}) { id } }' % (create.next, name)
    create.next += 1
    body = json.dumps({"query": document}).encode()
    request = urllib.request.Request(http + "/graphql", body, {"content-type": "application/json"})
    answer = json.load(urllib.request.urlopen(request, timeout=20))
    assert "errors" not in answer, answer


create.next = 100_001

items = client.query("query($least: Int!) { items(where: {id: {gte: $least}}) { id name price soldOn uid } }", {"least": 1})
rows = [
    (id, name, decimal.Decimal(cents).scaleb(-2), sold and datetime.date.fromisoformat(sold), uid)
    for id, name, cents, sold, uid in sql("SELECT id, name, CAST(round(price * 100) AS INTEGER), sold_on, uid FROM item ORDER BY id")
]
same("schema", items.schema.names, ["id", "name", "price", "soldOn", "uid"])
frame = items.to_pandas()
same("pandas", [tuple(None if value is pandas.NaT or value is None else value for value in row) for row in frame.itertuples(index=False)], rows)
same("polars", items.to_polars().rows(), rows)
same("DuckDB", items.to_duckdb(duckdb.connect()).fetchall(), rows)

same("rows of Parquet", items.write_parquet(f"{folder}/items.parquet"), len(rows))
same("Parquet", [tuple(row.values()) for row in pyarrow.parquet.read_table(f"{folder}/items.parquet").to_pylist()], rows)
items.write_csv(f"{folder}/items.csv")
with open(f"{folder}/items.csv", newline="") as text:
    lines = list(csv.reader(text))
same("CSV", lines[1:], [[str(id), name, str(price), str(sold or ""), uid] for id, name, price, sold, uid in rows])

nested, names = client.queries("{ items(limit: 2) { id } }", {"query": "{ items(limit: 3) { name } }"})
same("two queries", (nested.num_rows, names.column_names, names.num_rows), (2, ["name"], 3))
same("a view", client.view("va_item", columns=["name"], limit=1).to_arrow().to_pylist(), [{"name": rows[0][1]}])
same("an export", client.export("item", columns=["id"]).to_arrow().column("id").to_pylist(), [row[0] for row in rows])
same("health", client.action("HealthCheck")[0]["healthy"], True)
refused("a wrong field", lambda: client.query("{ items { nothing } }").schema, pa.ArrowInvalid, "nothing")
refused("another table", lambda: client.export("va_item").to_arrow(), pa.flight.FlightUnauthorizedError, "flight.exports")

follower = client.follow(entity_type="Item")
for name in ("one", "two", "three"):
    create(name)
received, position = [], 0
while len(received) < 3:
    batch, position = next(follower)
    received += [json.loads(data)["name"] for data in batch.column("data").to_pylist()]
follower.close()
same("events as they come", received, ["one", "two", "three"])
same("events", client.events(from_=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)).to_arrow().num_rows, 3)
same("events behind", client.events(after_sequence=position).to_arrow().num_rows, 0)
same("ids", [str(id) for (id,) in sql("SELECT id FROM fraiseql_event ORDER BY position")],
     [str(id) for id in client.events().to_arrow().column("event_id").to_pylist()])

command = [sys.executable, str(CLIENT / "fraiseql_flight.py"), "--location", location]
printed = subprocess.run([*command, "query", "{ items(limit: 2) { id price } }"], check=True, capture_output=True, text=True)
same("printed", [json.loads(line) for line in printed.stdout.splitlines()], [{"id": row[0], "price": str(row[2])} for row in rows[:2]])
subprocess.run([*command, "--out", f"{folder}/cli.arrow", "export", "item"], check=True)
with pa.ipc.open_file(f"{folder}/cli.arrow") as written:
    same("a file of the command", written.read_all().num_rows, len(rows) + 3)
print("all checks passed")
