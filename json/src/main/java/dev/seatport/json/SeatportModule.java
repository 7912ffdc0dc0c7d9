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
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.review.PurchasedSeatComparison;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jackson module that encodes and decodes the values of the domain and the events of a review. Member names are those of the
 * command line. Ids are text in the vendor's spelling. Times are ISO 8601 in UTC. A count is a number, {@code null} if it is
 * unreported, or the reason why there is no number, such as {@code "unlimited"}. The type of a finding is in {@code kind},
 * that of a coverage in {@code verdict}, that of an event in {@code type}, wherever the value stands: also in a list or map
 * without a declared element type.
 *
 * <p>Registered as a service, so that {@code JsonMapper.builder().findAndAddModules()} and {@code findAndRegisterModules()} find
 * it. A mapper with it decodes more leniently than {@link SeatportJson}, unless it has the same features.
 */
public final class SeatportModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    public SeatportModule() {
        super("seatport");
        addSerializer(Quantity.class, new QuantitySerializer());
        addDeserializer(Quantity.class, new QuantityDeserializer());
        addText(Vendor.class, Vendor::new);
        addText(TenantId.class, TenantId::new);
        addText(SkuId.class, SkuId::new);
        addText(ProductCode.class, ProductCode::new);
        setMixInAnnotation(Dataset.class, DatasetMixIn.class);
        setMixInAnnotation(CustomerId.class, CustomerIdMixIn.class);
        setMixInAnnotation(Customer.class, CustomerMixIn.class);
        setMixInAnnotation(Tenant.class, TenantMixIn.class);
        setMixInAnnotation(Product.class, ProductMixIn.class);
        setMixInAnnotation(LicenseConsumption.class, LicenseConsumptionMixIn.class);
        setMixInAnnotation(LicensePosition.class, LicensePositionMixIn.class);
        setMixInAnnotation(Provenance.class, ProvenanceMixIn.class);
        setMixInAnnotation(Gap.class, GapMixIn.class);
        setMixInAnnotation(FindingKey.class, FindingKeyMixIn.class);
        setMixInAnnotation(Exclusion.class, ExclusionMixIn.class);
        setMixInAnnotation(Finding.class, FindingMixIn.class);
        setMixInAnnotation(PurchasedSeatComparison.class, PurchasedSeatComparisonMixIn.class);
        setMixInAnnotation(CustomerReview.class, CustomerReviewMixIn.class);
        setMixInAnnotation(UnmatchedLicenseTenant.class, UnmatchedLicenseTenantMixIn.class);
        setMixInAnnotation(UnseenPolicyEntry.class, UnseenPolicyEntryMixIn.class);
        setMixInAnnotation(ReviewEvent.class, ReviewEventMixIn.class);
    }

    private <T> void addText(Class<T> type, Function<String, T> value) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new TextDeserializer<>(type, value));
    }

    private static final class QuantitySerializer extends StdSerializer<Quantity> {
        @Serial
        private static final long serialVersionUID = 1L;

        QuantitySerializer() {
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

    private static final class QuantityDeserializer extends StdDeserializer<Quantity> {
        @Serial
        private static final long serialVersionUID = 1L;

        QuantityDeserializer() {
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
                    .orElseThrow(() -> context.weirdStringException(note, Quantity.class, "not a count"));
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

    private static class TextDeserializer<T> extends StdDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> value;

        TextDeserializer(Class<T> type, Function<String, T> value) {
            super(type);
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw context.wrongTokenException(json, handledType(), JsonToken.VALUE_STRING, "not a string");
            }
            return value.apply(json.getText());
        }
    }

    private static final class InstantDeserializer extends TextDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class, Instant::parse);
        }
    }

    interface DatasetMixIn {
        @JsonValue
        String label();
    }

    @JsonIgnoreProperties("identifying")
    interface CustomerIdMixIn {
        @JsonProperty("id")
        String value();
    }

    interface TenantMixIn {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantDeserializer.class)
        Instant deletedAt();
    }

    interface ProductMixIn {
        @JsonProperty("productCode")
        ProductCode code();

        @JsonProperty("productName")
        String name();
    }

    interface LicenseConsumptionMixIn {
        @JsonProperty("tenantId")
        TenantId tenant();

        @JsonProperty("skuId")
        SkuId sku();

        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantDeserializer.class)
        Instant renewal();
    }

    @JsonIgnoreProperties("identified")
    interface LicensePositionMixIn {}

    interface ProvenanceMixIn {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantDeserializer.class)
        Instant at();
    }

    interface GapMixIn {
        @JsonProperty("text")
        String explanation();

        @JsonProperty("tenantId")
        TenantId tenant();
    }

    interface FindingKeyMixIn {
        @JsonProperty("tenantId")
        TenantId tenant();

        @JsonProperty("productCode")
        ProductCode product();

        @JsonProperty("skuId")
        SkuId sku();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
    @JsonAppend(
            prepend = true,
            props = @JsonAppend.Prop(value = SubtypeNameWriter.class, name = "kind", type = String.class))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.UnassignedLicenses.class, name = "UNASSIGNED_LICENSES"),
        @JsonSubTypes.Type(value = Finding.NoLicensesLeft.class, name = "NO_LICENSES_LEFT"),
        @JsonSubTypes.Type(value = Finding.OverAssignedLicenses.class, name = "OVER_ASSIGNED_LICENSES"),
        @JsonSubTypes.Type(value = Finding.LicensesInGrace.class, name = "LICENSES_IN_GRACE"),
        @JsonSubTypes.Type(value = Finding.OverAssignedSeats.class, name = "BACKUP_SHORTFALL"),
        @JsonSubTypes.Type(value = Finding.UnassignedSeats.class, name = "BACKUP_SURPLUS"),
        @JsonSubTypes.Type(value = Finding.VendorsDisagree.class, name = "VENDORS_DISAGREE"),
        @JsonSubTypes.Type(value = Finding.CountsInconsistent.class, name = "COUNTS_INCONSISTENT"),
        @JsonSubTypes.Type(value = Finding.TenantUnknownToLicenseVendor.class, name = "TENANT_UNKNOWN_TO_VENDOR"),
        @JsonSubTypes.Type(value = Finding.TenantWithoutBackup.class, name = "TENANT_WITHOUT_BACKUP")
    })
    interface FindingMixIn {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "verdict")
    @JsonAppend(
            prepend = true,
            props = @JsonAppend.Prop(value = SubtypeNameWriter.class, name = "verdict", type = String.class))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PurchasedSeatComparison.Covered.class, name = "COVERED"),
        @JsonSubTypes.Type(value = PurchasedSeatComparison.PurchasedSeatShortfall.class, name = "SHORT"),
        @JsonSubTypes.Type(value = PurchasedSeatComparison.PurchasedSeatSurplus.class, name = "OVER"),
        @JsonSubTypes.Type(value = PurchasedSeatComparison.NotComparable.class, name = "NOT_COMPARABLE")
    })
    interface PurchasedSeatComparisonMixIn {}

    interface CustomerReviewMixIn {
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = InstantDeserializer.class)
        Instant readAt();
    }

    interface UnseenPolicyEntryMixIn {
        @JsonProperty("skuId")
        SkuId sku();
    }

    interface UnmatchedLicenseTenantMixIn {
        @JsonProperty("tenantId")
        TenantId tenant();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type")
    @JsonAppend(
            prepend = true,
            props = @JsonAppend.Prop(value = SubtypeNameWriter.class, name = "type", type = String.class))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReviewEvent.Started.class, name = "started"),
        @JsonSubTypes.Type(value = ReviewEvent.Reviewed.class, name = "customer"),
        @JsonSubTypes.Type(value = ReviewEvent.Unmatched.class, name = "unmatched"),
        @JsonSubTypes.Type(value = ReviewEvent.Finished.class, name = "end")
    })
    interface ReviewEventMixIn {}

    @JsonSerialize(converter = CustomerToJson.class)
    @JsonDeserialize(converter = JsonToCustomer.class)
    interface CustomerMixIn {}

    record CustomerJson(
            Vendor vendor,
            String id,
            @Nullable String organization,
            @Nullable String ownerEmail,
            CustomerServiceStatus status,
            @Nullable String statusText,
            @Nullable String country,
            @Nullable List<Tenant> tenants,
            int tenantsWithoutId,
            @Nullable String deletedAt) {}

    private static final class CustomerToJson extends StdConverter<Customer, CustomerJson> {
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

    private static final class JsonToCustomer extends StdConverter<CustomerJson, Customer> {
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

    @JsonSerialize(converter = ExclusionToJson.class)
    @JsonDeserialize(converter = JsonToExclusion.class)
    interface ExclusionMixIn {}

    record ExclusionJson(
            @Nullable CustomerId customer,
            @Nullable TenantId tenantId,
            @Nullable SkuId skuId,
            String reason,
            @Nullable String owner,
            @Nullable String until,
            Exclusion.SuppressedOutput scope) {}

    private static final class ExclusionToJson extends StdConverter<Exclusion, ExclusionJson> {
        @Override
        public ExclusionJson convert(Exclusion exclusion) {
            return new ExclusionJson(
                    exclusion.customer().orElse(null),
                    exclusion.tenant().orElse(null),
                    exclusion.sku().orElse(null),
                    exclusion.reason(),
                    exclusion.owner().orElse(null),
                    exclusion.until().map(LocalDate::toString).orElse(null),
                    exclusion.scope());
        }
    }

    private static final class JsonToExclusion extends StdConverter<ExclusionJson, Exclusion> {
        @Override
        public Exclusion convert(ExclusionJson json) {
            return target(json)
                    .tenant(json.tenantId())
                    .owner(json.owner())
                    .until(json.until() == null ? null : LocalDate.parse(json.until()))
                    .scope(json.scope())
                    .build();
        }

        private static Exclusion.Builder target(ExclusionJson json) {
            if (json.customer() == null) {
                if (json.skuId() != null) {
                    return Exclusion.of(json.skuId(), json.reason());
                }
                if (json.tenantId() != null) {
                    return Exclusion.of(json.tenantId(), json.reason());
                }
                throw new IllegalArgumentException("an exclusion needs a customer, a tenantId or a skuId");
            }
            return json.skuId() == null
                    ? Exclusion.of(json.customer(), json.reason())
                    : Exclusion.of(json.customer(), json.skuId(), json.reason());
        }
    }
}
