package io.fraiseql.server.http.live;

/** A client does not keep to graphql-transport-ws: its socket is closed with a code of the protocol. */
final class ProtocolException extends RuntimeException {

    static final int INVALID_MESSAGE = 4400;
    static final int UNAUTHORIZED = 4401;
    static final int SUBPROTOCOL = 4406;
    static final int INIT_TIMEOUT = 4408;
    static final int ID_TAKEN = 4409;
    static final int SECOND_INIT = 4429;

    private static final long serialVersionUID = 1L;

    private final int code;

    ProtocolException(int code, String reason) {
        super(reason);
        this.code = code;
    }

    int code() {
        return code;
    }
}
