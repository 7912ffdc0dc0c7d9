package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.domain.tenant.TenantKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps tenant kinds to AvePoint's type codes ("Retrieve customer tenant user seats", URL parameter {@code type}). */
final class TenantTypeCodes {
    private static final Map<TenantKind, String> CODES = new EnumMap<>(Map.of(
            TenantKind.MICROSOFT_365, "0",
            TenantKind.SALESFORCE, "1",
            TenantKind.GOOGLE, "2",
            TenantKind.DYNAMICS_365, "3"));

    private static final Map<String, TenantKind> KINDS =
            CODES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private TenantTypeCodes() {}

    static String code(TenantKind kind) {
        String code = CODES.get(kind);
        if (code == null) {
            throw new IllegalArgumentException("AvePoint has no type code for tenant kind " + kind);
        }
        return code;
    }

    static TenantKind kind(@Nullable String code) {
        return code == null ? TenantKind.UNKNOWN : KINDS.getOrDefault(code, TenantKind.UNKNOWN);
    }
}
