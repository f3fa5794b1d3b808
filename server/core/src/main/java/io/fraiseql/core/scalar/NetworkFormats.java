package io.fraiseql.core.scalar;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The string scalars of networks. */
final class NetworkFormats {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOSTNAME = Pattern.compile(LABEL + "(\\." + LABEL + "){0,126}");
    private static final Pattern DOMAIN =
            Pattern.compile("(" + LABEL + "\\.){1,126}[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private NetworkFormats() {}

    static List<TextFormat> all() {
        return List.of(
                new TextFormat("Email", "an e-mail address such as \"ann@example.org\"", NetworkFormats::isEmail),
                new TextFormat(
                        "URL", "an absolute URL with a host such as \"https://example.org/\"", NetworkFormats::isUrl),
                new TextFormat("Hostname", "a host name of RFC 1123", NetworkFormats::isHostname),
                new TextFormat("DomainName", "a domain name such as \"example.org\"", NetworkFormats::isDomain),
                new TextFormat("IPAddress", "an IPv4 or IPv6 address", text -> isIpv4(text) || isIpv6(text)),
                new TextFormat("IPv4", "an IPv4 address", NetworkFormats::isIpv4),
                new TextFormat("IPv6", "an IPv6 address", NetworkFormats::isIpv6),
                new TextFormat("CIDR", "a network such as \"10.0.0.0/8\"", NetworkFormats::isCidr),
                TextFormat.of(
                        "MACAddress",
                        "a MAC address such as \"00:1a:2b:3c:4d:5e\"",
                        "[0-9a-fA-F]{2}((:[0-9a-fA-F]{2}){5}|(-[0-9a-fA-F]{2}){5})"));
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= 64
                && text.length() <= 254
                && MAILBOX.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHostname(String text) {
        return text.length() <= 253 && HOSTNAME.matcher(text).matches();
    }

    private static boolean isDomain(String text) {
        return text.length() <= 253 && DOMAIN.matcher(text).matches();
    }

    private static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    private static boolean isIpv6(String text) {
        if (text.indexOf(':') < 0 || !IPV6_CHARACTERS.matcher(text).matches()) {
            return false;
        }
        try {
            // with a colon this is only parsed, never looked up
            return InetAddress.getByName(text).getHostAddress() != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return false;
        }
        String address = text.substring(0, slash);
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return (isIpv4(address) && prefix <= 32) || (isIpv6(address) && prefix <= 128);
    }
}
