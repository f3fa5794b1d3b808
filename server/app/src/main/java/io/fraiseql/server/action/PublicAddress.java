package io.fraiseql.server.action;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those that only somebody inside of a network reaches. */
final class PublicAddress {

    /** Networks that are not public, besides those that the JDK knows. */
    private static final List<Network> NOT_PUBLIC = List.of(
            network("0.0.0.0", 8),
            network("100.64.0.0", 10),
            network("192.0.0.0", 24),
            network("192.0.2.0", 24),
            network("192.88.99.0", 24),
            network("198.18.0.0", 15),
            network("198.51.100.0", 24),
            network("203.0.113.0", 24),
            network("240.0.0.0", 4),
            network("fc00::", 7),
            network("2001::", 23),
            network("2001:db8::", 32),
            network("100::", 64),
            network("3fff::", 20),
            network("5f00::", 16),
            network("::", 96));

    /** Networks whose addresses hold one of IPv4, and the byte at which it begins. */
    private static final List<Network> EMBEDDING = List.of(network("64:ff9b::", 96), network("2002::", 16));

    private PublicAddress() {}

    private record Network(byte[] bytes, int bits) {

        boolean has(byte[] address) {
            if (address.length != bytes.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ bytes[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Network network(String address, int bits) {
        return new Network(literal(address).getAddress(), bits);
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Network network : EMBEDDING) {
            if (network.has(bytes)) {
                int start = network.bits() / Byte.SIZE;
                return is(of(Arrays.copyOfRange(bytes, start, start + Integer.BYTES)));
            }
        }
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && NOT_PUBLIC.stream().noneMatch(network -> network.has(bytes));
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
