package io.fraiseql.server.action;

import java.util.regex.Pattern;

/** Reads phone numbers. */
final class PhoneNumber {

    /** As E.164 writes numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private PhoneNumber() {}

    /**
     * The number without what people put between its digits.
     *
     * @throws IllegalArgumentException when it is none; the message shows it
     */
    static String of(String text) {
        String number = text.replaceAll("[ ().-]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("'" + OneLine.of(number) + "' is no number such as +4915112345678");
        }
        return number;
    }
}
