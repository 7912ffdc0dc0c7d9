package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.json.SeatportJson;
import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.ProvenanceView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatsView;
import dev.seatport.reports.review.CustomerView.TenantView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a customer as one line of a resume file and decodes it. The first member of a line is a checksum of the review's
 * fingerprint and the rest of the line. A damaged line, or a line of another review, is not decoded. The checksum does not
 * prove the origin, so a decoded line is also validated.
 */
final class CheckpointCodec {
    private static final String CHECKSUM_PREFIX = "{\"sum\":\"";
    private static final String CHECKSUM_SUFFIX = "\",";
    /** 64 bits of SHA-256. A CRC is linear: parts of two lines could cancel each other out. */
    private static final int CHECKSUM_BYTES = 8;

    private static final int BODY_START = CHECKSUM_PREFIX.length() + 2 * CHECKSUM_BYTES + CHECKSUM_SUFFIX.length();
    private final String review;
    private final int exclusions;

    /**
     * Creates a codec for the lines of one review.
     *
     * @param review the fingerprint of the review
     * @param exclusions number of exclusions in its policy
     */
    CheckpointCodec(String review, int exclusions) {
        this.review = review;
        this.exclusions = exclusions;
    }

    /** Returns the line without a line end. */
    byte[] encode(CheckpointRecord customer) {
        return encode(JsonText.line(customer));
    }

    byte[] encode(String json) {
        byte[] body = json.substring(1).getBytes(StandardCharsets.UTF_8);
        byte[] checksum = checksum(body, 0);
        return ByteBuffer.allocate(checksum.length + body.length)
                .put(checksum)
                .put(body)
                .array();
    }

    private byte[] checksum(byte[] line, int body) {
        MessageDigest digest = ScopeFingerprint.sha256();
        digest.update((review + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(line, body, line.length - body);
        String sum = HexFormat.of().formatHex(digest.digest(), 0, CHECKSUM_BYTES);
        return (CHECKSUM_PREFIX + sum + CHECKSUM_SUFFIX).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the complete customer of a line; {@code null} if the line is damaged, invalid, or from another review. */
    @Nullable
    CheckpointRecord decode(byte[] line) {
        if (line.length <= BODY_START
                || !Arrays.equals(checksum(line, BODY_START), 0, BODY_START, line, 0, BODY_START)) {
            return null;
        }
        try {
            byte[] json = Arrays.copyOfRange(line, BODY_START - 1, line.length);
            json[0] = '{';
            CheckpointRecord read = SeatportJson.read(json, CheckpointRecord.class);
            return isValid(read) ? read : null;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /**
     * Returns whether the record is complete and has only known constants, ids and times.
     *
     * @throws IllegalArgumentException if an id is invalid
     * @throws DateTimeException if a time is invalid
     */
    private boolean isValid(CheckpointRecord read) {
        CustomerView customer = read.customer();
        return customer.complete()
                && customer.gaps().isEmpty()
                && !id(customer).value().isEmpty()
                && isTime(customer.readAt())
                && isWord(CustomerServiceStatus.class, customer.status())
                && customer.tenants().stream().allMatch(CheckpointCodec::isValid)
                && customer.products().stream().allMatch(CheckpointCodec::isValid)
                && customer.licenses().stream().allMatch(CheckpointCodec::isValid)
                && customer.coverage().stream().allMatch(CheckpointCodec::isValid)
                && customer.findings().stream().allMatch(CheckpointCodec::isValid)
                && customer.unmatched().stream().allMatch(tenant -> isTenant(tenant.tenantId()))
                && read.exclusions().stream().allMatch(place -> place >= 0 && place < exclusions);
    }

    private static boolean isValid(TenantView tenant) {
        return isTenant(tenant.tenantId()) && isWord(TenantKind.class, tenant.kind()) && isValid(tenant.from());
    }

    private static boolean isValid(PurchasedSeatsView product) {
        return !new ProductCode(product.productCode()).value().isEmpty() && isValid(product.from());
    }

    private static boolean isValid(LicenseView license) {
        return !license.customerId().isBlank()
                && isTenant(license.tenantId())
                && (license.renewal() == null || isTime(license.renewal()))
                && license.offers().stream().allMatch(offer -> isWord(BillingCycle.class, offer.billingCycle()))
                && license.from().stream().allMatch(CheckpointCodec::isValid);
    }

    private static boolean isValid(PurchasedSeatComparisonView coverage) {
        Long by = coverage.by();
        return switch (coverage.verdict()) {
            case "COVERED" -> by != null && by == 0;
            case "SHORT", "OVER" -> by != null && by > 0;
            case "NOT_COMPARABLE" -> by == null;
            default -> false;
        };
    }

    private static boolean isValid(FindingView finding) {
        return isWord(FindingKind.class, finding.kind()) && isWord(Severity.class, finding.severity());
    }

    private static boolean isValid(ProvenanceView from) {
        return !new Vendor(from.vendor()).name().isEmpty() && isTime(from.at());
    }

    private static boolean isTenant(String id) {
        return !new TenantId(id).value().isEmpty();
    }

    private static boolean isTime(String time) {
        return Instant.parse(time).isAfter(Instant.EPOCH);
    }

    private static <E extends Enum<E>> boolean isWord(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .anyMatch(one -> one.name().equals(word));
    }

    static CustomerId id(CustomerView customer) {
        // Interned: a vendor name per customer would take as much memory as the customer id.
        return new CustomerId(new Vendor(customer.vendor().intern()), customer.id());
    }
}
