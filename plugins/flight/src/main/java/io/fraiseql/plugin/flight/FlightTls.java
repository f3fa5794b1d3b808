package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;

/** {@code flight.tls}; without a certificate calls are in the clear. Files are read once, at start. */
public record FlightTls(
        @Nullable
        @Help("The file of the server's certificate and those that sign it, in PEM; with it only TLS is spoken")
        String certificate,

        @Nullable @Help("The file of the certificate's private key, in PEM (PKCS #8)")
        String key,

        @Nullable
        @Help(
                "The file of certificates in PEM of which one must have signed the client's; without it clients need none")
        String clients) {

    public FlightTls {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("certificate and key go together; give both or neither");
        }
        if (clients != null && certificate == null) {
            throw new IllegalArgumentException("clients needs certificate and key");
        }
    }
}
