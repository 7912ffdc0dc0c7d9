package dev.seatport.reports.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.ports.seats.ProductCatalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reads the policy file of a review. */
public final class PolicyFileReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String ALLOWED = "; allowed values: a file in UTF-8 of at most 1 MiB";

    private PolicyFileReader() {}

    /** Reads all bytes of a file. The implementation limits the size, and the time to wait for a pipe. */
    public interface ByteReader {
        /**
         * Returns all bytes of the file.
         *
         * @throws IOException if the file cannot be read; the message is a short reason without the file name
         */
        byte[] read(Path file) throws IOException;
    }

    /**
     * Reads a policy in YAML 1.2 or as properties, in UTF-8, of at most 1 MiB. Both formats have the same keys. The file name
     * selects the format: {@code .yaml} and {@code .yml}, or {@code .properties}. A pipe with another name is YAML.
     *
     * @param file the file
     * @param bytes reads the file
     * @param seats the vendor of the customer ids in the exclusions
     * @param catalogue the products that the file may name, by code or name
     * @param freeSkus the SKUs that cost nothing, which the file may replace or extend
     * @throws PolicyException if the file cannot be read or a value is not allowed; lists up to 20 errors, but only the first
     *     syntax error
     */
    public static Policy read(
            Path file, ByteReader bytes, Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus) {
        PolicyErrorCollector errors = PolicyErrorCollector.in(file);
        boolean yaml = isYaml(file, errors);
        String text = text(file, bytes, errors);
        ConfigNode content = yaml ? YamlParser.of(text, errors) : PropertiesParser.of(text, errors);
        Policy policy = new PolicyNodeConverter(seats, catalogue, freeSkus, errors).read(content);
        errors.throwIfAny();
        return new Policy(policy.review(), policy.products(), policy.prices(), text);
    }

    /**
     * Checks that there is a file whose name has a known format. Does not read it.
     *
     * @throws PolicyException if there is none
     */
    public static void requireFile(Path file, ByteReader bytes) {
        PolicyErrorCollector errors = PolicyErrorCollector.in(file);
        isYaml(file, errors);
        if (Files.notExists(file) || Files.isDirectory(file)) {
            bytes(file, bytes, errors);
        }
    }

    /** A pipe is YAML, because the shell chooses its name. */
    private static boolean isYaml(Path file, PolicyErrorCollector errors) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean properties = name.endsWith(".properties");
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        boolean pipe = Files.exists(file) && !Files.isRegularFile(file);
        if (!properties && !yaml && !pipe) {
            throw errors.fatal(
                    "has a name without a known format; allowed values: a name that ends in .yaml, .yml or .properties");
        }
        return !properties;
    }

    /** Returns the text without the byte order mark that some editors write. */
    private static String text(Path file, ByteReader reader, PolicyErrorCollector errors) {
        String text = decoded(bytes(file, reader, errors), errors);
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        requirePrintable(unmarked, errors);
        return unmarked;
    }

    private static byte[] bytes(Path file, PolicyFileReader.ByteReader reader, PolicyErrorCollector errors) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw errors.fatal(e.getMessage() + advice(file));
        }
    }

    private static String advice(Path file) {
        if (Files.isDirectory(file)) {
            return "; name a policy file";
        }
        if (Files.notExists(file)) {
            return "; name an existing policy file";
        }
        return Files.isReadable(file) ? ALLOWED : "; name a file that this user can read";
    }

    private static String decoded(byte[] bytes, PolicyErrorCollector errors) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw errors.fatal(lineOf(text, text.length()), "is not UTF-8 here" + ALLOWED);
        }
        return text;
    }

    /** Rejects control characters: neither format uses them, and they can disguise an id. */
    private static void requirePrintable(String text, PolicyErrorCollector errors) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw errors.fatal(
                        lineOf(text, i), "has a control character; allowed values: text, line ends and tabs");
            }
        }
    }

    private static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
