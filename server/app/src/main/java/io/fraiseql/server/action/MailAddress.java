package io.fraiseql.server.action;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Reads one address of a mail. */
final class MailAddress {

    private static final int LAST_ASCII = 0x7F;

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
                address.setAddress(ascii(address.getAddress()));
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
                return address;
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not one address");
    }

    /** The protocol takes bytes: what is no ASCII would be cut to the address of somebody else. */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        if (!isAscii(address.substring(0, at + 1))) {
            throw new IllegalArgumentException(
                    "'" + address + "' has letters before its @ that are not ASCII, which mail servers cannot be told");
        }
        return isAscii(domain) ? address : address.substring(0, at + 1) + punycode(address, domain);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character <= LAST_ASCII);
    }

    private static String punycode(String address, String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + address + "' is not at a domain", e);
        }
    }
}
