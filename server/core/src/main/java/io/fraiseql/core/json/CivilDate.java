package io.fraiseql.core.json;

/**
 * Dates of the proleptic Gregorian calendar packed into an int as {@code year << 9 | month << 5 | day}. The arithmetic counts years
 * from March, so that the leap day is the last one (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
final class CivilDate {

    /** 0001-01-01. */
    static final int FIRST_DAY = -719_162;

    /** 9999-12-31. */
    static final int LAST_DAY = 2_932_896;

    private static final int DAYS_FROM_0000_03_01 = 719_468;

    private CivilDate() {}

    static int ofEpochDay(int epochDay) {
        int days = epochDay + DAYS_FROM_0000_03_01;
        int era = days / 146_097;
        int dayOfEra = days % 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        return year << 9 | month << 5 | day;
    }

    static int toEpochDay(int year, int month, int day) {
        int shiftedYear = month <= 2 ? year - 1 : year;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365 * shiftedYear
                + shiftedYear / 4
                - shiftedYear / 100
                + shiftedYear / 400
                + dayOfYear
                - DAYS_FROM_0000_03_01;
    }

    static int year(int date) {
        return date >> 9;
    }

    static int month(int date) {
        return date >> 5 & 15;
    }

    static int day(int date) {
        return date & 31;
    }
}
