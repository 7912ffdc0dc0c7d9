package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.transport.PageMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the customer batch. */
record BatchCustomerPageDto(
        @Nullable List<BatchCustomerDto> data, @Nullable PageMetadata metadata) {}
