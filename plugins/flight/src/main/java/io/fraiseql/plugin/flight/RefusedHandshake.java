package io.fraiseql.plugin.flight;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Refuses Handshake, which Arrow would answer well whatever a caller shows: nobody shall believe that his password was looked at. */
final class RefusedHandshake implements ServerInterceptor {

    private static final String HANDSHAKE = "Handshake";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!HANDSHAKE.equals(call.getMethodDescriptor().getBareMethodName())) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.UNIMPLEMENTED.withDescription(
                        "Handshake is not served, for callers are not told apart; call without it"),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
