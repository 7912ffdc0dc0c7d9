package dev.seatport.demo.config;

import java.util.Locale;

/** All settings, with their allowed values. */
public enum Setting {
    AVEPOINT_ENVIRONMENT("seatport.avepoint.environment", "commercial, us-government, aos2 or fedramp"),
    AVEPOINT_API("seatport.avepoint.api", "current or older"),
    AVEPOINT_BASE_URL("seatport.avepoint.base-url", Setting.URL),
    AVEPOINT_TOKEN_URL("seatport.avepoint.token-url", Setting.URL),
    AVEPOINT_CLIENT_ID("seatport.avepoint.client-id", Setting.CREDENTIAL),
    AVEPOINT_CLIENT_SECRET("seatport.avepoint.client-secret", Setting.CREDENTIAL),
    AVEPOINT_CLIENT_SECRET_FILE("seatport.avepoint.client-secret-file", Setting.FILE),
    AVEPOINT_CERTIFICATE("seatport.avepoint.certificate", "the path of a .pfx or PEM file with its RSA key"),
    AVEPOINT_CERTIFICATE_PASSWORD("seatport.avepoint.certificate-password", Setting.TEXT),
    AVEPOINT_CERTIFICATE_PASSWORD_FILE("seatport.avepoint.certificate-password-file", Setting.FILE),
    AVEPOINT_REQUEST_TIMEOUT("seatport.avepoint.request-timeout", Setting.DURATION),
    AVEPOINT_REQUESTS_PER_SECOND("seatport.avepoint.requests-per-second", Setting.RATE),
    C3_BASE_URL("seatport.c3.base-url", Setting.URL),
    C3_TOKEN_URL("seatport.c3.token-url", Setting.URL),
    C3_CLIENT_ID("seatport.c3.client-id", Setting.CREDENTIAL),
    C3_CLIENT_SECRET("seatport.c3.client-secret", Setting.CREDENTIAL),
    C3_CLIENT_SECRET_FILE("seatport.c3.client-secret-file", Setting.FILE),
    C3_RESOURCE("seatport.c3.resource", Setting.CREDENTIAL),
    C3_SCOPE("seatport.c3.scope", Setting.CREDENTIAL),
    C3_REQUEST_TIMEOUT("seatport.c3.request-timeout", Setting.DURATION),
    C3_REQUESTS_PER_SECOND("seatport.c3.requests-per-second", Setting.RATE),
    /** Vendors that the commands may call. */
    VENDORS("seatport.vendors", "names of vendors, separated by commas, such as avepoint,c3"),
    REVIEW_SEATS_FROM("seatport.review.seats-from", "the name of a vendor that reports seats, such as avepoint"),
    REVIEW_LICENSES_FROM("seatport.review.licenses-from", "the name of a vendor that reports licenses, such as c3"),
    REVIEW_PRODUCTS("seatport.review.products", "codes of products, separated by commas; see 'seatport products'"),
    REVIEW_ROWS_PER_CUSTOMER("seatport.review.rows-per-customer", "a whole number from 1 to 1000000, such as 20000"),
    /** Proxy for all vendors. */
    PROXY("seatport.proxy", "host:port of an HTTP proxy, or http://user:password@host:port"),
    /** Certificate authorities for all vendors. */
    CA_FILE("seatport.ca-file", "the path of a PEM file with certificate authorities to trust in addition to Java's"),
    /** Settings file of a command without {@code --config}. */
    CONFIG("seatport.config", "the path of a properties file");

    /** Prefix of the keys of all settings. */
    static final String PREFIX = "seatport.";

    /** Prefix of the environment variables of all settings. */
    static final String VARIABLE_PREFIX = "SEATPORT_";

    private static final String URL = "an https URL, or http to the loopback host";
    private static final String CREDENTIAL = "visible ASCII characters and blanks, without quotation marks around them";
    private static final String TEXT = "any text that is not empty";
    private static final String FILE = "the path of a file that holds the secret and nothing else";
    private static final String DURATION = "an ISO-8601 duration from PT0.001S to PT24H, such as PT30S";
    private static final String RATE = "a number from 0.1 to 10000, such as 20 or 0.5";

    private final String key;
    private final String allowedValues;

    Setting(String key, String allowedValues) {
        this.key = key;
        this.allowedValues = allowedValues;
    }

    /** Returns the MicroProfile Config key. */
    public String key() {
        return key;
    }

    /** Returns the name of the environment variable. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns a description of the allowed values. */
    public String allowedValues() {
        return allowedValues;
    }

    /** Returns whether the value is a credential that is sent to a vendor. */
    boolean isCredential() {
        return allowedValues.equals(CREDENTIAL);
    }

    /** Returns whether the value is the path of an input file, which no result may overwrite. */
    boolean isFile() {
        return switch (this) {
            case AVEPOINT_CLIENT_SECRET_FILE,
                    AVEPOINT_CERTIFICATE,
                    AVEPOINT_CERTIFICATE_PASSWORD_FILE,
                    C3_CLIENT_SECRET_FILE,
                    CA_FILE,
                    CONFIG -> true;
            default -> false;
        };
    }

    /** Returns an exception about an invalid value. The message has the key and the allowed values, but not the value. */
    public SettingsException invalid(String problem) {
        return new SettingsException(key + " " + problem + "; allowed values: " + allowedValues + " (set " + variable()
                + ", -D" + key + " or a --config file)");
    }
}
