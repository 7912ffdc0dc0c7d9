package dev.seatport.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedTenant;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jackson module for the values of the domain and the events of a review, in both directions. Names are those of the command
 * line. Ids are text, as the vendor wrote them; times are ISO 8601 in UTC. A count is a number, {@code null} if it was not
 * reported, or the reason why there is no number, such as {@code "unlimited"}. A finding is told apart by its {@code kind}, a
 * coverage by its {@code verdict}, an event by its {@code type}.
 */
public final class SeatportModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    public SeatportModule() {
        super("seatport");
        addSerializer(Quantity.class, new QuantityWriter());
        addDeserializer(Quantity.class, new QuantityReader());
        addText(Vendor.class, Vendor::new);
        addText(TenantId.class, TenantId::new);
        addText(SkuId.class, SkuId::new);
        addText(ProductCode.class, ProductCode::new);
        setMixInAnnotation(Dataset.class, SourceJson.class);
        setMixInAnnotation(CustomerId.class, CustomerIdJson.class);
        setMixInAnnotation(Customer.class, CustomerMixIn.class);
        setMixInAnnotation(Tenant.class, TenantJson.class);
        setMixInAnnotation(Product.class, ProductJson.class);
        setMixInAnnotation(LicenseConsumption.class, LicenseJson.class);
        setMixInAnnotation(LicensePosition.class, LicensePositionJson.class);
        setMixInAnnotation(Provenance.class, ProvenanceJson.class);
        setMixInAnnotation(Gap.class, GapJson.class);
        setMixInAnnotation(FindingKey.class, SubjectJson.class);
        setMixInAnnotation(Exclusion.class, ExclusionMixIn.class);
        setMixInAnnotation(Finding.class, FindingJson.class);
        setMixInAnnotation(Coverage.class, CoverageJson.class);
        setMixInAnnotation(CustomerReview.class, CustomerReviewJson.class);
        setMixInAnnotation(UnmatchedTenant.class, UnmatchedTenantJson.class);
        setMixInAnnotation(ReviewEvent.class, ReviewEventJson.class);
    }

    private <T> void addText(Class<T> type, Function<String, T> value) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new TextReader<>(type, value));
    }

    private static final class QuantityWriter extends StdSerializer<Quantity> {
        @Serial
        private static final long serialVersionUID = 1L;

        QuantityWriter() {
            super(Quantity.class);
        }

        @Override
        public void serialize(Quantity value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isReported()) {
                json.writeNumber(value.count().getAsLong());
            } else {
                json.writeString(value.note().orElse(null));
            }
        }
    }

    private static final class QuantityReader extends StdDeserializer<Quantity> {
        @Serial
        private static final long serialVersionUID = 1L;

        QuantityReader() {
            super(Quantity.class);
        }

        @Override
        public Quantity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Quantity.of(json.getLongValue());
            }
            String note = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
            return Stream.of(Quantity.Unreported.values())
                    .filter(one -> one.note().filter(note::equals).isPresent())
                    .findFirst()
                    .orElseThrow(() -> context.weirdStringException(note, Quantity.class, "no count"));
        }

        @Override
        public Quantity getNullValue(DeserializationContext context) {
            return Quantity.unreported();
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    /** A value that is written as its text. */
    private static class TextReader<T> extends StdDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> value;

        TextReader(Class<T> type, Function<String, T> value) {
            super(type);
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw context.wrongTokenException(json, handledType(), JsonToken.VALUE_STRING, "no text");
            }
            return value.apply(json.getText());
        }
    }

    private static final class InstantReader extends TextReader<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class, Instant::parse);
        }
    }

    interface SourceJson {
        @JsonValue
        String label();
    }

    @JsonIgnoreProperties("identifying")
    interface CustomerIdJson {
        @JsonProperty("id")
        String value();
    }

    interface TenantJson {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantReader.class)
        Instant deletedAt();
    }

    interface ProductJson {
        @JsonProperty("productCode")
        ProductCode code();

        @JsonProperty("productName")
        String name();
    }

    interface LicenseJson {
        @JsonProperty("tenantId")
        TenantId tenant();

        @JsonProperty("skuId")
        SkuId sku();
    }

    @JsonIgnoreProperties("identified")
    interface LicensePositionJson {}

    interface ProvenanceJson {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantReader.class)
        Instant at();
    }

    interface GapJson {
        @JsonProperty("text")
        String explanation();
    }

    interface SubjectJson {
        @JsonProperty("tenantId")
        TenantId tenant();

        @JsonProperty("productCode")
        ProductCode product();

        @JsonProperty("skuId")
        SkuId sku();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.UnassignedLicenses.class, name = "UNASSIGNED_LICENSES"),
        @JsonSubTypes.Type(value = Finding.NoLicensesLeft.class, name = "NO_LICENSES_LEFT"),
        @JsonSubTypes.Type(value = Finding.OverAssignedLicenses.class, name = "OVER_ASSIGNED_LICENSES"),
        @JsonSubTypes.Type(value = Finding.LicensesInGrace.class, name = "LICENSES_IN_GRACE"),
        @JsonSubTypes.Type(value = Finding.BackupShortfall.class, name = "BACKUP_SHORTFALL"),
        @JsonSubTypes.Type(value = Finding.BackupSurplus.class, name = "BACKUP_SURPLUS"),
        @JsonSubTypes.Type(value = Finding.VendorsDisagree.class, name = "VENDORS_DISAGREE"),
        @JsonSubTypes.Type(value = Finding.CountsInconsistent.class, name = "COUNTS_INCONSISTENT"),
        @JsonSubTypes.Type(value = Finding.TenantUnknownToVendor.class, name = "TENANT_UNKNOWN_TO_VENDOR")
    })
    interface FindingJson {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Coverage.Covered.class, name = "COVERED"),
        @JsonSubTypes.Type(value = Coverage.Shortfall.class, name = "SHORT"),
        @JsonSubTypes.Type(value = Coverage.Surplus.class, name = "OVER"),
        @JsonSubTypes.Type(value = Coverage.NotComparable.class, name = "NOT_COMPARABLE")
    })
    interface CoverageJson {}

    interface CustomerReviewJson {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantReader.class)
        Instant readAt();
    }

    interface UnmatchedTenantJson {
        @JsonProperty("tenantId")
        TenantId tenant();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReviewEvent.Started.class, name = "started"),
        @JsonSubTypes.Type(value = ReviewEvent.Reviewed.class, name = "customer"),
        @JsonSubTypes.Type(value = ReviewEvent.Unmatched.class, name = "unmatched"),
        @JsonSubTypes.Type(value = ReviewEvent.Finished.class, name = "end")
    })
    interface ReviewEventJson {}

    @JsonSerialize(converter = CustomerOut.class)
    @JsonDeserialize(converter = CustomerIn.class)
    interface CustomerMixIn {}

    /** A customer; it is deleted if there is a time of it. */
    record CustomerJson(
            Vendor vendor,
            String id,
            @Nullable String organization,
            @Nullable String ownerEmail,
            CustomerStatus status,
            @Nullable String statusText,
            @Nullable String country,
            @Nullable List<Tenant> tenants,
            int tenantsWithoutId,
            @Nullable String deletedAt) {}

    private static final class CustomerOut extends StdConverter<Customer, CustomerJson> {
        @Override
        public CustomerJson convert(Customer customer) {
            return new CustomerJson(
                    customer.id().vendor(),
                    customer.id().value(),
                    customer.organization().orElse(null),
                    customer.ownerEmail().orElse(null),
                    customer.status(),
                    customer.statusText().orElse(null),
                    customer.country().orElse(null),
                    customer.tenants().orElse(null),
                    customer.tenantsWithoutId(),
                    customer.deletedAt().map(Instant::toString).orElse(null));
        }
    }

    private static final class CustomerIn extends StdConverter<CustomerJson, Customer> {
        @Override
        public Customer convert(CustomerJson json) {
            return Customer.builder(new CustomerId(json.vendor(), json.id()))
                    .organization(json.organization())
                    .ownerEmail(json.ownerEmail())
                    .status(json.status(), json.statusText())
                    .country(json.country())
                    .tenants(json.tenants())
                    .tenantsWithoutId(json.tenantsWithoutId())
                    .deletedAt(json.deletedAt() == null ? null : Instant.parse(json.deletedAt()))
                    .build();
        }
    }

    @JsonSerialize(converter = ExclusionOut.class)
    @JsonDeserialize(converter = ExclusionIn.class)
    interface ExclusionMixIn {}

    record ExclusionJson(
            @Nullable CustomerId customer,
            @Nullable SkuId skuId,
            String reason,
            @Nullable String owner,
            @Nullable String until,
            Exclusion.Scope scope) {}

    private static final class ExclusionOut extends StdConverter<Exclusion, ExclusionJson> {
        @Override
        public ExclusionJson convert(Exclusion exclusion) {
            return new ExclusionJson(
                    exclusion.customer().orElse(null),
                    exclusion.sku().orElse(null),
                    exclusion.reason(),
                    exclusion.owner().orElse(null),
                    exclusion.until().map(LocalDate::toString).orElse(null),
                    exclusion.scope());
        }
    }

    private static final class ExclusionIn extends StdConverter<ExclusionJson, Exclusion> {
        @Override
        public Exclusion convert(ExclusionJson json) {
            return target(json)
                    .owner(json.owner())
                    .until(json.until() == null ? null : LocalDate.parse(json.until()))
                    .scope(json.scope())
                    .build();
        }

        private static Exclusion.Builder target(ExclusionJson json) {
            if (json.customer() == null) {
                if (json.skuId() == null) {
                    throw new IllegalArgumentException("an exclusion of nothing");
                }
                return Exclusion.of(json.skuId(), json.reason());
            }
            return json.skuId() == null
                    ? Exclusion.of(json.customer(), json.reason())
                    : Exclusion.of(json.customer(), json.skuId(), json.reason());
        }
    }
}
