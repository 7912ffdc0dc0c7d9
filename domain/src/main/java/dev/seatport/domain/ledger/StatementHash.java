package dev.seatport.domain.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hash of a statement. It covers ids and numbers, not names, so that it stays valid when the name of a customer is erased. */
public final class StatementHash {
    private final MessageDigest digest;

    StatementHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }

    /**
     * Returns the SHA-256 of a statement in hexadecimal digits.
     *
     * @param lines the lines, in any order
     */
    public static String sha256(YearMonth month, BillingBasis basis, List<TrueUpLine> lines) {
        StatementHash hash = new StatementHash().add(month.toString()).add(basis.label());
        lines.stream().sorted(Comparator.comparing(TrueUpLine::id)).forEach(line -> {
            TrueUpLine.Correction corrects = line.corrects();
            hash.add(line.id())
                    .add(number(line.billed().quantity()))
                    .add(number(line.previous()))
                    .add(corrects == null ? "" : corrects.lineId());
        });
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Writes the length first, so that no two lists of texts are written alike. */
    StatementHash add(String text) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] digest() {
        return digest.digest();
    }

    /** Databases may add or remove zeros at the end of a decimal number. */
    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
