package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.json.SeatportJson;
import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.CustomerView.CoverageView;
import dev.seatport.reports.review.CustomerView.DatasetView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.ProductView;
import dev.seatport.reports.review.CustomerView.TenantView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a customer as one line of a journal and decodes it. The first member of the line is a checksum of the review's
 * fingerprint and of all that follows, so a line that was damaged, or that another review wrote, is not decoded. The checksum
 * is no proof of origin: a decoded line must also hold what a review can hold, and nothing else.
 */
final class CheckpointCodec {
    private static final String BEFORE_SUM = "{\"sum\":\"";
    private static final String BEHIND_SUM = "\",";
    /** 64 bits of SHA-256: a CRC is linear, so pieces of two lines can cancel each other out in it. */
    private static final int SUM_BYTES = 8;

    private static final int BODY = BEFORE_SUM.length() + 2 * SUM_BYTES + BEHIND_SUM.length();
    private final String review;
    private final int exclusions;

    /**
     * A codec for the lines of one review.
     *
     * @param review the fingerprint of the review
     * @param exclusions how many exclusions its policy has
     */
    CheckpointCodec(String review, int exclusions) {
        this.review = review;
        this.exclusions = exclusions;
    }

    /** The line, without its end. */
    byte[] encode(CheckpointRecord customer) {
        return encode(JsonText.line(customer));
    }

    /** The line of a JSON object. */
    byte[] encode(String json) {
        byte[] body = json.substring(1).getBytes(StandardCharsets.UTF_8);
        byte[] start = start(body, 0);
        return ByteBuffer.allocate(start.length + body.length)
                .put(start)
                .put(body)
                .array();
    }

    private byte[] start(byte[] line, int body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((review + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(line, body, line.length - body);
            String sum = HexFormat.of().formatHex(digest.digest(), 0, SUM_BYTES);
            return (BEFORE_SUM + sum + BEHIND_SUM).getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The complete customer of a line; {@code null} if the line is damaged, of another review, or holds what no review can. */
    @Nullable
    CheckpointRecord decode(byte[] line) {
        if (line.length <= BODY || !Arrays.equals(start(line, BODY), 0, BODY, line, 0, BODY)) {
            return null;
        }
        try {
            byte[] json = Arrays.copyOfRange(line, BODY - 1, line.length);
            json[0] = '{';
            CheckpointRecord read = SeatportJson.read(json, CheckpointRecord.class);
            return isPossible(read) ? read : null;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /**
     * Whether a review can have read this: known words, ids and times, and nothing missing.
     *
     * @throws IllegalArgumentException if an id is none
     * @throws DateTimeException if a time is none
     */
    private boolean isPossible(CheckpointRecord read) {
        CustomerView customer = read.customer();
        return customer.complete()
                && customer.gaps().isEmpty()
                && !id(customer).value().isEmpty()
                && isTime(customer.readAt())
                && isWord(CustomerStatus.class, customer.status())
                && customer.tenants().stream().allMatch(CheckpointCodec::isPossible)
                && customer.products().stream().allMatch(CheckpointCodec::isPossible)
                && customer.licenses().stream().allMatch(CheckpointCodec::isPossible)
                && customer.coverage().stream().allMatch(CheckpointCodec::isPossible)
                && customer.findings().stream().allMatch(CheckpointCodec::isPossible)
                && customer.unmatched().stream().allMatch(tenant -> isTenant(tenant.tenantId()))
                && read.exclusions().stream().allMatch(place -> place >= 0 && place < exclusions);
    }

    private static boolean isPossible(TenantView tenant) {
        return isTenant(tenant.tenantId()) && isWord(TenantKind.class, tenant.kind()) && isPossible(tenant.from());
    }

    private static boolean isPossible(ProductView product) {
        return !new ProductCode(product.productCode()).value().isEmpty() && isPossible(product.from());
    }

    private static boolean isPossible(LicenseView license) {
        return !license.customerId().isBlank()
                && isTenant(license.tenantId())
                && license.offers().stream().allMatch(offer -> isWord(BillingCycle.class, offer.billingCycle()))
                && license.from().stream().allMatch(CheckpointCodec::isPossible);
    }

    private static boolean isPossible(CoverageView coverage) {
        Long by = coverage.by();
        return switch (coverage.verdict()) {
            case "COVERED" -> by != null && by == 0;
            case "SHORT", "OVER" -> by != null && by > 0;
            case "NOT_COMPARABLE" -> by == null;
            default -> false;
        };
    }

    private static boolean isPossible(FindingView finding) {
        return isWord(FindingKind.class, finding.kind()) && isWord(Severity.class, finding.severity());
    }

    private static boolean isPossible(DatasetView from) {
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

    /** The identity of the customer of an entry. */
    static CustomerId id(CustomerView customer) {
        // One name for all of them: a text per customer would cost as much as its id.
        return new CustomerId(new Vendor(customer.vendor().intern()), customer.id());
    }
}
