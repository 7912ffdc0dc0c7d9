package dev.seatport.avepoint.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.avepoint.internal.transport.StringOrNullDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Page of the customer batch. */
record BatchCustomerPageDto(
        @Nullable List<BatchCustomerDto> data, @Nullable PageMetadata metadata) {
    /** Row of the customer batch. Its status is a number, possibly as text, and it lists the tenants. */
    @JsonIgnoreProperties("managementMode")
    record BatchCustomerDto(
            @Nullable String id,
            @Nullable String organization,
            @Nullable String ownerEmail,
            @Nullable String jobStatus,
            @Nullable String countryOrRegion,

            @JsonDeserialize(using = BatchTenantsDeserializer.class) @Nullable
            List<BatchTenantDto> tenants) {

        /** Tenant of a customer, without its kind. The id is {@code null} if it is missing or not a string. */
        record BatchTenantDto(@Nullable String id, @Nullable String name) {
            static final BatchTenantDto UNREADABLE = new BatchTenantDto(null, null);
        }
    }

    /**
     * Decodes the tenants of a customer from any JSON. An incomplete tenant must not end the listing, so it becomes a tenant without
     * an id.
     */
    static final class BatchTenantsDeserializer extends StdDeserializer<List<BatchTenantDto>> {
        @Serial
        private static final long serialVersionUID = 1L;

        BatchTenantsDeserializer() {
            super(List.class);
        }

        @Override
        public List<BatchTenantDto> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                parser.skipChildren();
                return List.of(BatchTenantDto.UNREADABLE);
            }
            List<BatchTenantDto> tenants = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                tenants.add(tenant(parser, context));
            }
            return tenants;
        }

        private BatchTenantDto tenant(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartObjectToken()) {
                parser.skipChildren();
                return BatchTenantDto.UNREADABLE;
            }
            String id = null;
            String name = null;
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                switch (field) {
                    case "id" -> id = StringOrNullDeserializer.textOrNull(parser);
                    case "name" -> name = StringOrNullDeserializer.textOrNull(parser);
                    default -> context.handleUnknownProperty(parser, this, BatchTenantDto.class, field);
                }
            }
            return new BatchTenantDto(id, name);
        }
    }
}
