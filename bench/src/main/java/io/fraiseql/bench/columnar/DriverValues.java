package io.fraiseql.bench.columnar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The values for which drivers have different getters. */
interface DriverValues {

    OffsetDateTime instant(ResultSet row, int column) throws SQLException;

    LocalDateTime local(ResultSet row, int column) throws SQLException;

    LocalDate date(ResultSet row, int column) throws SQLException;

    BigDecimal decimal(ResultSet row, int column) throws SQLException;

    UUID uuid(ResultSet row, int column) throws SQLException;

    /** Of a driver that has a class for each. */
    DriverValues TYPED = new DriverValues() {
        @Override
        public OffsetDateTime instant(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class);
        }

        @Override
        public LocalDateTime local(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        public LocalDate date(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        @Override
        public BigDecimal decimal(ResultSet row, int column) throws SQLException {
            return row.getBigDecimal(column);
        }

        @Override
        public UUID uuid(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }
    };

    /** Of SQLite, which stores all but decimals as text. */
    DriverValues TEXT = new DriverValues() {
        @Override
        public OffsetDateTime instant(ResultSet row, int column) throws SQLException {
            return OffsetDateTime.parse(row.getString(column));
        }

        @Override
        public LocalDateTime local(ResultSet row, int column) throws SQLException {
            return LocalDateTime.parse(row.getString(column));
        }

        @Override
        public LocalDate date(ResultSet row, int column) throws SQLException {
            return LocalDate.parse(row.getString(column));
        }

        @Override
        public BigDecimal decimal(ResultSet row, int column) throws SQLException {
            return BigDecimal.valueOf(row.getDouble(column)).setScale(Measurements.SCALE, RoundingMode.HALF_EVEN);
        }

        @Override
        public UUID uuid(ResultSet row, int column) throws SQLException {
            return UUID.fromString(row.getString(column));
        }
    };
}
