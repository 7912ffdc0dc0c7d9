package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.FaultTarget;
import dev.seatport.sandbox.faults.RequestKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan of faults knows of a request.
 *
 * @param vendor whose it is; empty for a path that belongs to nobody
 * @param kind what it asks for
 * @param customerId the customer's id in the path in small letters; empty when there is none
 * @param page the page it asks for, 1 unless told
 * @param key what tells it apart from other requests, the same for each of its tries
 */
public record RequestInfo(Optional<FaultTarget> vendor, RequestKind kind, String customerId, int page, String key) {
    private static final int GENERAL = 5;
    private static final int LONG_BODY = 200;

    /** A request to nobody. */
    public static RequestInfo other(String key) {
        return new RequestInfo(Optional.empty(), RequestKind.OTHER, "", 1, key);
    }

    /**
     * A request to a token server. Its body is no part of the key: credentials differ from sandbox to sandbox, and assertions from call
     * to call.
     */
    public static RequestInfo token(FaultTarget vendor) {
        return new RequestInfo(Optional.of(vendor), RequestKind.TOKEN, "", 1, "token " + vendor);
    }

    /** A request to AvePoint's API. */
    public static RequestInfo avePoint(List<String> path, Map<String, String> query, String key) {
        boolean general = path.size() > GENERAL
                && path.subList(0, GENERAL).equals(List.of("partner", "external", "v3", "general", "customers"));
        List<String> rest = general ? path.subList(GENERAL, path.size()) : List.of();
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
        return new RequestInfo(Optional.of(FaultTarget.AVEPOINT), kind, small(customer), page(query), key);
    }

    /** A request to C3's API. */
    public static RequestInfo c3(List<String> path, String key) {
        String second = path.size() < 2 ? "" : path.get(1);
        RequestKind kind = switch (second) {
            case "activecustomers" -> RequestKind.CUSTOMERS;
            case "licenseConsumptionReport" -> RequestKind.LICENSES;
            default -> RequestKind.OTHER;
        };
        String customer = kind == RequestKind.LICENSES && path.size() > 3 ? path.get(3) : "";
        return new RequestInfo(Optional.of(FaultTarget.C3), kind, small(customer), 1, key);
    }

    /** What tells a call apart. Of a long body no more is kept than its length and hash. */
    public static String key(String method, String path, String query, String body) {
        String ending = body.length() > LONG_BODY ? body.length() + " letters, " + body.hashCode() : body;
        return method + " " + path + "?" + query + "\n" + ending;
    }

    private static int page(Map<String, String> query) {
        try {
            return Math.max(1, Integer.parseInt(query.getOrDefault("pageIndex", "1")));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
