package dev.seatport.example;

import dev.seatport.sandbox.Sandbox;
import java.util.Map;

/** Environment variables for the vendors of a sandbox. */
final class SandboxedVendors {
    private SandboxedVendors() {}

    static Map<String, String> environment(Sandbox sandbox) {
        return Map.of(
                "AVEPOINT_URL", sandbox.avePointBaseUrl(),
                "AVEPOINT_TOKEN_URL", sandbox.avePointTokenUrl(),
                "AVEPOINT_CLIENT_ID", sandbox.avePointClientId(),
                "AVEPOINT_CLIENT_SECRET", sandbox.avePointClientSecret(),
                "C3_URL", sandbox.c3BaseUrl(),
                "C3_TOKEN_URL", sandbox.c3TokenUrl(),
                "C3_CLIENT_ID", sandbox.c3ClientId(),
                "C3_CLIENT_SECRET", sandbox.c3ClientSecret(),
                "C3_RESOURCE", sandbox.c3Resource());
    }
}
