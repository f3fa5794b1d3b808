# Compares what the R client reads from a server with what SQL reads from its database: CLIENT, LOCATION, HTTP, DATABASE.

arguments <- commandArgs(trailingOnly = TRUE)
source(arguments[[1]])
connection <- fraiseql_connect(arguments[[2]])

same <- function(what, got, expected) {
  if (!isTRUE(all.equal(got, expected, check.attributes = FALSE))) {
    stop(what, ": ", paste(format(got)[1:3], collapse = " "), " is not ", paste(format(expected)[1:3], collapse = " "))
  }
  cat("same:", what, "\n")
}

sql <- function(text) {
  rows <- import("sqlite3")$connect(arguments[[4]])$execute(text)$fetchall()
  lapply(seq_along(rows[[1]]), function(column) sapply(rows, function(row) if (is.null(row[[column]])) NA else row[[column]]))
}

refused <- function(what, body, part) {
  message <- tryCatch({
    body()
    "was not refused"
  }, error = conditionMessage)
  same(what, grepl(part, message), TRUE)
}

create <- function(id, name) {
  document <- sprintf('mutation { createItem(input: {id: %d, name: "%s", price: "1.50"}) { id } }', id, name)
  body <- import("json", convert = FALSE)$dumps(list(query = document))$encode()
  request <- import("urllib.request")$Request(paste0(arguments[[3]], "/graphql"), body, list("content-type" = "application/json"))
  answer <- import("urllib.request")$urlopen(request, timeout = 20L)$read()$decode()
  same(paste("created", name), grepl("errors", answer), FALSE)
}

items <- fraiseql_query(connection, "query($least: Int!) { items(where: {id: {gte: $least}}) { id name price soldOn uid } }", list(least = 1L))
rows <- sql("SELECT id, name, printf('%.2f', price), sold_on, uid FROM item ORDER BY id")
same("columns", names(items), c("id", "name", "price", "soldOn", "uid"))
same("ids", items$id, rows[[1]])
same("texts", items$name, rows[[2]])
same("decimals", items$price, rows[[3]])
same("dates", format(items$soldOn), rows[[4]])
same("class of dates", class(items$soldOn), "Date")
same("uuids", items$uid, rows[[5]])
same("a view", fraiseql_view(connection, "va_item", columns = "name", order_by = list(list(name = "ASC")), limit = 2)$name,
     sort(rows[[2]][1:10], method = "radix")[1:2])
same("an export", fraiseql_export(connection, "item", columns = "id")$id, rows[[1]])
same("no rows", nrow(fraiseql_query(connection, "{ items(where: {id: {lt: 0}}) { id name } }")), 0L)
same("health", fraiseql_action(connection, "HealthCheck")[[1]]$healthy, TRUE)
refused("a wrong field", function() fraiseql_query(connection, "{ items { nothing } }"), "nothing")
refused("another table", function() fraiseql_export(connection, "va_item"), "flight.exports")

create(100001L, "one")
received <- character()
position <- fraiseql_follow(connection, function(rows, position) {
  received <<- c(received, sapply(rows$data, function(text) py_to_r(connection$json$loads(text))$name))
  if (length(received) == 1) create(100002L, "two")
  length(received) < 2
})
same("events as they come", received, c("one", "two"))
events <- fraiseql_events(connection, entity_type = "Item")
same("events", events$event_id, sql("SELECT id FROM fraiseql_event ORDER BY position")[[1]])
same("position", attr(events, "position"), position)
same("times", class(events$timestamp)[[1]], "POSIXct")
behind <- fraiseql_events(connection, after_sequence = position)
same("events behind", list(nrow(behind), attr(behind, "position")), list(0L, position))
cat("all checks passed\n")
