package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.SandboxVendorName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Properties of a request that a fault plan uses.
 *
 * @param vendor vendor; empty if the path belongs to none
 * @param kind kind of data
 * @param customerId id of the customer in the path, or the tenant of a request to Graph, in lower case; empty if there is none
 * @param page requested page; 1 by default
 * @param key identifies the request; equal for its retries
 */
public record ClassifiedRequest(
        Optional<SandboxVendorName> vendor, RequestKind kind, String customerId, int page, String key) {
    private static final int GENERAL_PREFIX_LENGTH = 5;
    private static final int MAX_KEY_BODY_LENGTH = 200;

    /** Creates a request whose path belongs to no vendor. */
    public static ClassifiedRequest other(String key) {
        return new ClassifiedRequest(Optional.empty(), RequestKind.OTHER, "", 1, key);
    }

    /**
     * Creates a request to a token server. The key excludes the body, because credentials differ between sandboxes and assertions between
     * calls.
     */
    public static ClassifiedRequest token(SandboxVendorName vendor) {
        return new ClassifiedRequest(Optional.of(vendor), RequestKind.TOKEN, "", 1, "token " + vendor);
    }

    /** Creates a request to Graph's token server. The key is one for each tenant. */
    public static ClassifiedRequest graphToken(String tenantId) {
        String tenant = lowerCase(tenantId);
        return new ClassifiedRequest(
                Optional.of(SandboxVendorName.GRAPH), RequestKind.TOKEN, tenant, 1, "token GRAPH " + tenant);
    }

    /**
     * Creates a request to Graph's API. Tenants have equal paths, so the tenant becomes a part of the key.
     *
     * @param tenantId tenant of the bearer token, also of one that expired; empty if the token is unknown
     */
    public static ClassifiedRequest graph(List<String> path, String tenantId, int page, String key) {
        RequestKind kind = switch (String.join("/", path)) {
            case "v1.0/contracts" -> RequestKind.CUSTOMERS;
            case "v1.0/subscribedSkus" -> RequestKind.LICENSES;
            case "v1.0/directory/subscriptions" -> RequestKind.SUBSCRIPTIONS;
            default -> RequestKind.OTHER;
        };
        return new ClassifiedRequest(
                Optional.of(SandboxVendorName.GRAPH), kind, lowerCase(tenantId), page, key + "\n" + tenantId);
    }

    /** Creates a request to AvePoint's API. */
    public static ClassifiedRequest avePoint(List<String> path, Map<String, String> query, String key) {
        boolean isGeneral = path.size() > GENERAL_PREFIX_LENGTH
                && path.subList(0, GENERAL_PREFIX_LENGTH)
                        .equals(List.of("partner", "external", "v3", "general", "customers"));
        List<String> rest = isGeneral ? path.subList(GENERAL_PREFIX_LENGTH, path.size()) : List.of();
        RequestKind kind = RequestKind.OTHER;
        String customer = "";
        if (rest.equals(List.of("batch"))) {
            kind = RequestKind.CUSTOMERS;
        } else if (rest.size() > 1) {
            kind = switch (rest.get(1)) {
                case "3rd-party-products" -> RequestKind.TENANT_SEATS;
                case "avpt-products" -> RequestKind.PRODUCT_SEATS;
                default -> RequestKind.OTHER;
            };
            customer = rest.get(0);
        } else if (path.size() >= 2 && path.subList(0, 2).equals(List.of("partner", "customers"))) {
            kind = RequestKind.CUSTOMERS;
            customer = path.size() == 2 ? "" : path.get(2);
        }
        return new ClassifiedRequest(
                Optional.of(SandboxVendorName.AVEPOINT), kind, lowerCase(customer), page(query), key);
    }

    /** Creates a request to C3's API. */
    public static ClassifiedRequest c3(List<String> path, String key) {
        String second = path.size() < 2 ? "" : path.get(1);
        RequestKind kind = switch (second) {
            case "activecustomers" -> RequestKind.CUSTOMERS;
            case "licenseConsumptionReport" -> RequestKind.LICENSES;
            default -> RequestKind.OTHER;
        };
        String customer = kind == RequestKind.LICENSES && path.size() > 3 ? path.get(3) : "";
        return new ClassifiedRequest(Optional.of(SandboxVendorName.C3), kind, lowerCase(customer), 1, key);
    }

    /** Returns the key of a request. For a long body it holds only length and hash. */
    public static String key(String method, String path, String query, String body) {
        String bodyKey = body.length() > MAX_KEY_BODY_LENGTH ? body.length() + " letters, " + body.hashCode() : body;
        return method + " " + path + "?" + query + "\n" + bodyKey;
    }

    private static int page(Map<String, String> query) {
        try {
            return Math.max(1, Integer.parseInt(query.getOrDefault("pageIndex", "1")));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
