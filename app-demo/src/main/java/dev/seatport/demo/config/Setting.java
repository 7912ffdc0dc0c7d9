package dev.seatport.demo.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is, with what is legal for it. */
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
    /** Which vendors there are to ask. */
    VENDORS("seatport.vendors", "names of vendors, with commas between them, such as avepoint,c3"),
    REVIEW_SEATS_FROM("seatport.review.seats-from", "the name of a vendor that reports seats, such as avepoint"),
    REVIEW_LICENSES_FROM("seatport.review.licenses-from", "the name of a vendor that reports licenses, such as c3"),
    REVIEW_PRODUCTS("seatport.review.products", "codes of products, with commas between them; see 'seatport products'"),
    REVIEW_ROWS_PER_CUSTOMER("seatport.review.rows-per-customer", "a whole number from 1 to 1000000, such as 20000"),
    /** On the way to every vendor. */
    PROXY("seatport.proxy", "host:port of an HTTP proxy, or http://user:password@host:port"),
    /** For every vendor. */
    CA_FILE("seatport.ca-file", "the path of a PEM file of certificate authorities to trust beside Java's"),
    /** Where the settings file is, unless the command line says. */
    CONFIG("seatport.config", "the path of a properties file");

    /** What the names of all settings begin with. */
    static final String PREFIX = "seatport.";

    /** What their names in the environment begin with. */
    static final String VARIABLE_PREFIX = "SEATPORT_";

    private static final String URL = "an https URL, or http to the loopback host";
    private static final String CREDENTIAL = "visible ASCII characters and blanks, without quotation marks around them";
    private static final String TEXT = "any text that is not empty";
    private static final String FILE = "the path of a file that holds the secret and nothing else";
    private static final String DURATION = "an ISO-8601 duration from PT0.001S to PT24H, such as PT30S";
    private static final String RATE = "a number from 0.1 to 10000, such as 20 or 0.5";

    private final String key;
    private final String legal;

    Setting(String key, String legal) {
        this.key = key;
        this.legal = legal;
    }

    /** Its MicroProfile name. */
    public String key() {
        return key;
    }

    /** Its name in the environment. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What is legal for it, in words. */
    public String legal() {
        return legal;
    }

    /** Whether it is sent to a vendor as proof of who asks. */
    boolean isCredential() {
        return legal.equals(CREDENTIAL);
    }

    /** Whether it names a file that is read, which no result may be written to. */
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

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** The complaint of a setting that cannot be used. */
    public SettingsException complaint(String what) {
        return new SettingsException(
                key + " " + what + "; legal: " + legal + " (set " + variable() + ", -D" + key + " or a --config file)");
    }
}
