package io.fraiseql.server.action;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Reads one address of a mail. */
final class MailAddress {

    private MailAddress() {}

    /**
     * The address, with its name if it has one.
     *
     * @throws IllegalArgumentException unless it is exactly one, on one line; the message shows it
     */
    static InternetAddress of(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an address has a line break or another control character");
        }
        try {
            InternetAddress[] found = InternetAddress.parse(text, true);
            if (found.length == 1 && !found[0].isGroup()) {
                InternetAddress address = found[0];
                address.validate();
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
                return address;
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not one address");
    }
}
