package dev.seatport.avepoint.internal.transport;

import org.jspecify.annotations.Nullable;

/** {@code metadata} of a batch: {@code pageIndex} and {@code pageSize} only repeat the question. */
public record PageMetadata(@Nullable Long totalCount) {}
