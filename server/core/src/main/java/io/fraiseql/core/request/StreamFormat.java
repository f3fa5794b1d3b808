package io.fraiseql.core.request;

/** The forms in which the rows of one list are streamed. */
public enum StreamFormat {
    /** One JSON object a line. */
    NDJSON,
    /** RFC 4180 with a header line: one column for each selected value. */
    CSV,
    /** The JSON of an ordinary answer. */
    JSON
}
