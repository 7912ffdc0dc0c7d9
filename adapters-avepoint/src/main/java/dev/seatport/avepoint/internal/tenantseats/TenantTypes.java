package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.domain.tenant.TenantKind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AvePoint's numbers of tenant types ("Retrieve customer tenant user seats", URL parameter {@code type}). */
final class TenantTypes {
    private static final Map<TenantKind, String> CODES = new EnumMap<>(Map.of(
            TenantKind.MICROSOFT_365, "0",
            TenantKind.SALESFORCE, "1",
            TenantKind.GOOGLE, "2",
            TenantKind.DYNAMICS_365, "3"));

    private TenantTypes() {}

    static String code(TenantKind kind) {
        String code = CODES.get(kind);
        if (code == null) {
            throw new IllegalArgumentException("no tenant type stands for " + kind);
        }
        return code;
    }

    static TenantKind kind(@Nullable String code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TenantKind.UNKNOWN);
    }
}
