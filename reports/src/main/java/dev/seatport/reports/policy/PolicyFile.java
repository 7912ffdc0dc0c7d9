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

/** The file that says what a review tells. */
public final class PolicyFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String LEGAL = "; legal: a file in UTF-8 of at most 1 MiB";

    private PolicyFile() {}

    /** Reads all bytes of a file; it bounds their number, and the time that a pipe may take. */
    public interface ByteReader {
        /**
         * All bytes of the file.
         *
         * @throws IOException if they cannot be read; the message says why in a few words, without the name of the file
         */
        byte[] read(Path file) throws IOException;
    }

    /**
     * Reads a policy, in YAML 1.2 or as properties. Which one it is follows from the name: {@code .yaml} and {@code .yml}, or
     * {@code .properties}; a pipe without such a name is YAML. Both are UTF-8, at most 1 MiB, and have the same keys.
     *
     * @param file the file
     * @param bytes reads it
     * @param seats the vendor whose customer ids the exclusions name
     * @param catalogue the products that the file may name, by code or name
     * @param freeSkus the SKUs that cost nothing, if the file does not name them
     * @throws PolicyException if the file cannot be read, or anything in it is not legal; it then tells all mistakes, but
     *     of syntax only the first, and never very many
     */
    public static Policy read(
            Path file, ByteReader bytes, Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus) {
        Diagnostics diagnostics = Diagnostics.in(file);
        boolean yaml = isYaml(file, diagnostics);
        String text = text(file, bytes, diagnostics);
        ConfigNode content = yaml ? YamlParser.of(text, diagnostics) : PropertiesParser.of(text, diagnostics);
        Policy policy = new PolicyReader(seats, catalogue, freeSkus, diagnostics).read(content);
        diagnostics.throwIfAny();
        return new Policy(policy.review(), policy.products(), text);
    }

    /** A pipe, whose name the shell chooses, is YAML. */
    private static boolean isYaml(Path file, Diagnostics diagnostics) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean properties = name.endsWith(".properties");
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        boolean pipe = Files.exists(file) && !Files.isRegularFile(file);
        if (!properties && !yaml && !pipe) {
            throw diagnostics.fatal(
                    "has a name that does not tell its form; legal: a name that ends in .yaml, .yml or .properties");
        }
        return !properties;
    }

    /** The text without the byte order mark that some editors put in front of it. */
    private static String text(Path file, ByteReader reader, Diagnostics diagnostics) {
        String text = decoded(bytes(file, reader, diagnostics), diagnostics);
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        requirePrintable(unmarked, diagnostics);
        return unmarked;
    }

    private static byte[] bytes(Path file, PolicyFile.ByteReader reader, Diagnostics diagnostics) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw diagnostics.fatal(e.getMessage() + LEGAL);
        }
    }

    private static String decoded(byte[] bytes, Diagnostics diagnostics) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw diagnostics.fatal(lineOf(text, text.length()), "is not UTF-8 here" + LEGAL);
        }
        return text;
    }

    /** Other characters mean nothing in either form, and hide what an id really is. */
    private static void requirePrintable(String text, Diagnostics diagnostics) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw diagnostics.fatal(lineOf(text, i), "has a control character; legal: text, line ends and tabs");
            }
        }
    }

    private static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
