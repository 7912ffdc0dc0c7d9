package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.PathKind;
import dev.seatport.sandbox.faults.Vendor;
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
public record Exchange(Optional<Vendor> vendor, PathKind kind, String customerId, int page, String key) {
    private static final int GENERAL = 5;
    private static final int LONG_BODY = 200;

    /** A request to nobody. */
    public static Exchange other(String key) {
        return new Exchange(Optional.empty(), PathKind.OTHER, "", 1, key);
    }

    /**
     * A request to a token server. Its body is no part of the key: credentials differ from sandbox to sandbox, and assertions from call
     * to call.
     */
    public static Exchange token(Vendor vendor) {
        return new Exchange(Optional.of(vendor), PathKind.TOKEN, "", 1, "token " + vendor);
    }

    /** A request to AvePoint's API. */
    public static Exchange avePoint(List<String> path, Map<String, String> query, String key) {
        boolean general = path.size() > GENERAL
                && path.subList(0, GENERAL).equals(List.of("partner", "external", "v3", "general", "customers"));
        List<String> rest = general ? path.subList(GENERAL, path.size()) : List.of();
        PathKind kind = PathKind.OTHER;
        String customer = "";
        if (rest.equals(List.of("batch"))) {
            kind = PathKind.CUSTOMERS;
        } else if (rest.size() > 1) {
            kind = switch (rest.get(1)) {
                case "3rd-party-products" -> PathKind.TENANT_SEATS;
                case "avpt-products" -> PathKind.PRODUCT_SEATS;
                default -> PathKind.OTHER;
            };
            customer = rest.get(0);
        } else if (path.size() >= 2 && path.subList(0, 2).equals(List.of("partner", "customers"))) {
            kind = PathKind.CUSTOMERS;
            customer = path.size() == 2 ? "" : path.get(2);
        }
        return new Exchange(Optional.of(Vendor.AVEPOINT), kind, small(customer), page(query), key);
    }

    /** A request to C3's API. */
    public static Exchange c3(List<String> path, String key) {
        String second = path.size() < 2 ? "" : path.get(1);
        PathKind kind = switch (second) {
            case "activecustomers" -> PathKind.CUSTOMERS;
            case "licenseConsumptionReport" -> PathKind.LICENSES;
            default -> PathKind.OTHER;
        };
        String customer = kind == PathKind.LICENSES && path.size() > 3 ? path.get(3) : "";
        return new Exchange(Optional.of(Vendor.C3), kind, small(customer), 1, key);
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
