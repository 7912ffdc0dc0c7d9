package dev.seatport.demo.config;

import dev.seatport.http.spi.HttpProxy;
import java.nio.file.Path;
import java.util.List;

/** Settings that belong to no vendor. Those of a vendor are declared in its Dagger module. */
public final class CommonSettings {
    /** Vendors that the commands may call. */
    public static final Setting<List<String>> VENDORS =
            Setting.list("seatport.vendors", "names of vendors, separated by commas");

    /** Vendor of the seats. */
    public static final Setting<String> REVIEW_SEATS_FROM =
            Setting.text("seatport.review.seats-from", "the name of a vendor that reports seats");

    /** Vendor of the licenses. */
    public static final Setting<String> REVIEW_LICENSES_FROM =
            Setting.text("seatport.review.licenses-from", "the name of a vendor that reports licenses, or none");

    /** Codes of the reviewed products. */
    public static final Setting<List<String>> REVIEW_PRODUCTS =
            Setting.list("seatport.review.products", "codes of products, separated by commas; see 'seatport products'");

    /** Maximum number of rows that a review keeps per customer. */
    public static final Setting<Integer> REVIEW_ROWS_PER_CUSTOMER =
            Setting.count("seatport.review.rows-per-customer", 1_000_000, 20_000);

    /** Proxy for all vendors. */
    public static final Setting<HttpProxy> PROXY = Setting.proxy("seatport.proxy");

    /** Certificate authorities for all vendors. */
    public static final Setting<Path> CA_FILE = Setting.file(
            "seatport.ca-file", "the path of a PEM file with certificate authorities to trust in addition to Java's");

    /** Settings file of a command without {@code --config}. */
    public static final Setting<Path> CONFIG = Setting.file("seatport.config", "the path of a properties file");

    /** All settings of this class. */
    public static final List<Setting<?>> ALL = List.of(
            VENDORS,
            REVIEW_SEATS_FROM,
            REVIEW_LICENSES_FROM,
            REVIEW_PRODUCTS,
            REVIEW_ROWS_PER_CUSTOMER,
            PROXY,
            CA_FILE,
            CONFIG);

    private CommonSettings() {}
}
