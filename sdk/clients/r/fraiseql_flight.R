# Reads a FraiseQL server over Arrow Flight into data frames. Needs the package reticulate, and a Python with pyarrow for it
# (RETICULATE_PYTHON names one). Source this file, or run it: Rscript fraiseql_flight.R LOCATION query DOCUMENT [VARIABLES] …

library(reticulate)

# A connection to a place like "grpc://127.0.0.1:8815"; `...` goes to pyarrow.flight.connect, such as tls_root_certs.
fraiseql_connect <- function(location = "grpc://127.0.0.1:8815", ...) {
  flight <- import("pyarrow.flight", convert = FALSE)
  list(flight = flight, client = flight$connect(location, ...), json = import("json", convert = FALSE))
}

# The rows of one GraphQL query for one list; `variables` is a named list.
fraiseql_query <- function(connection, document, variables = NULL) {
  .read(connection, .ticket("GraphQLQuery", list(query = document, variables = variables)))
}

# The rows of a view; `where` and `order_by` are written as lists, as GraphQL has them.
fraiseql_view <- function(connection, name, columns = NULL, where = NULL, order_by = NULL, limit = NULL, offset = NULL) {
  .read(connection, .ticket("OptimizedView", list(
    view = name, columns = .list(columns), where = where, order_by = order_by, limit = .whole(limit), offset = .whole(offset)
  )))
}

# All rows of a table that the server exports.
fraiseql_export <- function(connection, table, columns = NULL) {
  .read(connection, .ticket("BulkExport", list(table = table, columns = .list(columns))))
}

# Events that are there; `...` are entity_type, event_type, org_id, from and to. The attribute `position` says where to go on.
fraiseql_events <- function(connection, after_sequence = 0, limit = NULL, ...) {
  rows <- list()
  position <- after_sequence
  .events(connection, list(after_sequence = .whole(after_sequence), limit = .whole(limit), ...), function(batch, after) {
    rows[[length(rows) + 1]] <<- batch
    position <<- after
  })
  structure(if (length(rows) == 0) data.frame() else do.call(rbind, rows), position = position)
}

# Calls `handle(rows, position)` for events as they come, until it returns FALSE. Asks again while the server is away.
fraiseql_follow <- function(connection, handle, after_sequence = 0, patience = 1, ...) {
  position <- after_sequence
  repeat {
    ended <- tryCatch(
      .events(connection, list(follow = TRUE, after_sequence = .whole(position), ...), function(batch, after) {
        position <<- after
        handle(batch, after)
      }),
      error = function(e) if (grepl("FlightUnavailableError", conditionMessage(e))) "away" else stop(e)
    )
    if (!identical(ended, "away")) {
      return(invisible(position))
    }
    Sys.sleep(patience)
  }
}

# Does an action; a list of its answers.
fraiseql_action <- function(connection, name, body = NULL) {
  bytes <- connection$json$dumps(if (is.null(body)) "" else body)$encode()
  action <- connection$flight$Action(name, if (is.null(body)) import_builtins(convert = FALSE)$bytes() else bytes)
  lapply(iterate(connection$client$do_action(action)), function(answer) {
    py_to_r(connection$json$loads(answer$body$to_pybytes()))
  })
}

# Members that are NULL are left out.
.ticket <- function(type, members) c(list(type = type), Filter(Negate(is.null), members))

.list <- function(values) if (is.null(values)) NULL else as.list(values)

# R counts in doubles, the server in integers; exact up to 2^53.
.whole <- function(number) {
  if (is.null(number)) NULL else import_builtins(convert = FALSE)$int(number)
}

.open <- function(connection, ticket) {
  connection$client$do_get(connection$flight$Ticket(connection$json$dumps(ticket)))
}

.read <- function(connection, ticket) .frame(.open(connection, ticket)$read_all())

.events <- function(connection, members, handle) {
  reader <- .open(connection, .ticket("ObserverEvents", members))
  on.exit(reader$cancel())
  pyarrow <- import("pyarrow", convert = FALSE)
  repeat {
    chunk <- tryCatch(reader$read_chunk(), error = function(e) if (grepl("StopIteration", conditionMessage(e))) NULL else stop(e))
    if (is.null(chunk)) {
      return("ended")
    }
    position <- py_to_r(connection$json$loads(chunk$app_metadata$to_pybytes()))$after_sequence
    if (identical(handle(.frame(pyarrow$Table$from_batches(list(chunk$data))), position), FALSE)) {
      return("left")
    }
  }
}

.frame <- function(table) {
  frame <- data.frame(row.names = seq_len(py_to_r(table$num_rows)))
  for (name in py_to_r(table$column_names)) {
    frame[[name]] <- .column(table$column(name))
  }
  frame
}

# What R has a type for comes as such; decimals, times of day and UUIDs as text, for it has none that is exact; rows below rows as lists.
.column <- function(column) {
  arrow <- import("pyarrow", convert = FALSE)
  python <- import_builtins(convert = FALSE)
  is <- function(...) any(vapply(c(...), function(kind) py_to_r(arrow$types[[paste0("is_", kind)]](column$type)), NA))
  numbers <- function() as.numeric(unlist(py_to_r(column$cast(arrow$float64())$fill_null(0)$to_pylist())))
  texts <- function(values) as.character(unlist(py_to_r(python$list(python$map(python$str, values)))))
  if (is("struct", "list", "binary")) {
    return(I(py_to_r(column$to_pylist())))
  }
  values <- if (is("timestamp")) {
    column <- column$cast(arrow$int64())
    as.POSIXct(numbers() / 1e6, origin = "1970-01-01", tz = "UTC")
  } else if (is("date")) {
    column <- column$cast(arrow$int32())
    as.Date(numbers(), origin = "1970-01-01")
  } else if (is("int32")) {
    as.integer(numbers())
  } else if (is("integer", "floating")) {
    numbers()
  } else if (is("boolean")) {
    as.logical(unlist(py_to_r(column$fill_null(FALSE)$to_pylist())))
  } else {
    texts(column$to_pylist())
  }
  values[as.logical(unlist(py_to_r(column$is_null()$to_pylist())))] <- NA
  values
}

.main <- function(arguments) {
  usage <- "usage: Rscript fraiseql_flight.R LOCATION query DOCUMENT [VARIABLES] | view NAME | export TABLE | events [AFTER] | follow [AFTER]"
  if (length(arguments) < 2) stop(usage, call. = FALSE)
  connection <- fraiseql_connect(arguments[[1]])
  given <- function(place, otherwise = NULL) if (length(arguments) < place) otherwise else arguments[[place]]
  variables <- function(text) if (is.null(text)) NULL else connection$json$loads(text)
  show <- function(rows) if (!is.null(rows)) write.csv(rows, stdout(), row.names = FALSE, na = "")
  switch(arguments[[2]],
    query = show(fraiseql_query(connection, arguments[[3]], variables(given(4)))),
    view = show(fraiseql_view(connection, arguments[[3]])),
    export = show(fraiseql_export(connection, arguments[[3]])),
    events = show(fraiseql_events(connection, as.numeric(given(3, 0)))),
    follow = fraiseql_follow(connection, function(rows, position) show(rows), as.numeric(given(3, 0))),
    stop(usage, call. = FALSE)
  )
}

if (sys.nframe() == 0) .main(commandArgs(trailingOnly = TRUE))
