package dev.seatport.avepoint.internal.transport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** {@code metadata} of a batch: {@code pageIndex} and {@code pageSize} only repeat the question. */
@JsonIgnoreProperties({"pageIndex", "pageSize"})
public record PageMetadata(@Nullable Long totalCount) {}
