package dev.seatport.demo.doctor;

import dev.seatport.ports.failure.VendorException;

/** What to do about a failure, in terms of settings and registrations. */
final class Advice {
    private Advice() {}

    /** What happened, without whose call it was: the row says that already. */
    static String what(VendorException failure) {
        String prefix = failure.vendor() + " " + failure.operation() + ": ";
        String message = failure.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    static String of(VendorException failure) {
        String settings = "seatport." + failure.vendor() + ".";
        return switch (failure.kind()) {
            case AUTHENTICATION_FAILED ->
                "check " + settings + "client-id, its secret or certificate, and " + settings + "token-url";
            case PERMISSION_DENIED ->
                "grant the app registration "
                        + failure.missingScope()
                                .map(scope -> "the scope " + scope)
                                .orElse("this permission")
                        + " and consent to it";
            case UNAVAILABLE ->
                "check " + settings + "base-url, " + settings
                        + "token-url and seatport.proxy; for TLS, seatport.ca-file "
                        + "must name the CA file of a proxy that breaks it open";
            case TIMED_OUT -> "check the network, seatport.proxy and " + settings + "request-timeout";
            case RATE_LIMITED ->
                "set " + settings + "requests-per-second to what the vendor grants you, or try again later";
            case OVERLOADED -> "try again later";
            case INVALID_REQUEST ->
                "check " + settings
                        + "token-url and the client id, and the resource and scope where the vendor wants them";
            default -> "check " + settings + "base-url and " + settings + "token-url";
        };
    }
}
