package dev.seatport.avepoint.internal.productseats;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products that AvePoint documents ("Customer AvePoint user seats", URL parameter {@code productType}). The numbers are codes, not
 * bit masks: 40, 41 and 42 are separate products.
 */
public final class AvePointProducts {
    private static final List<Product> DOCUMENTED = List.of(
            product("1", "DocAve Online", null),
            product("4", "Cloud Governance", null),
            product("32", "Cloud Backup for Salesforce", TenantKind.SALESFORCE),
            product("40", "Baseline Management", null),
            product("41", "Risk Management", null),
            product("42", "Workspace Management", null),
            product("49", "User Management", null),
            product("60", "MyHub", null),
            product("65", "Workspace Management - Storage Optimization", null),
            product("257", "TyGraph", null),
            product("2048", "Cloud Backup for Microsoft 365", TenantKind.MICROSOFT_365),
            product("4096", "Cloud Management", null),
            product("8192", "Cloud Archiving", null),
            product("65536", "Opus", null),
            product("131072", "Cloud Backup for Dynamics 365", TenantKind.DYNAMICS_365),
            product("4194304", "Insights", null),
            product("8388608", "Policies for Microsoft 365", null),
            product("16777216", "Fly", null),
            product("33554432", "Cloud Backup for Google Workspace", TenantKind.GOOGLE),
            product("67108864", "Cense", null),
            product("134217728", "EnPower", null),
            product("1073741824", "Cloud Backup for IaaS + PaaS", null));

    /** All documented products, by ascending code. */
    public static final ProductCatalogue CATALOGUE = () -> DOCUMENTED;

    private AvePointProducts() {}

    private static Product product(String code, String name, @Nullable TenantKind covers) {
        return new Product(new ProductCode(code), name, covers);
    }
}
