package io.fraiseql.server.demo;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What can go wrong when the demo database is made. */
public enum DemoErrorCode implements ErrorCode {
    /** There is no demo for this dialect, or its DDL cannot be read. */
    DEMO_NOT_AVAILABLE(ErrorType.CONFIGURATION),
    /** The database already has one of the demo's tables. */
    DEMO_TABLES_EXIST(ErrorType.CONFLICT),
    /** The database refused a statement. */
    DEMO_FAILED(ErrorType.UNAVAILABLE);

    private final ErrorType type;

    DemoErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
