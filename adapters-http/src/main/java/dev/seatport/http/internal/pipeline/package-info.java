/**
 * The stages of a call: timeout, bulkhead, retry, token, rate limiter, exchange, decode. Entry: {@link dev.seatport.http.internal.pipeline.CallPipeline}.
 */
@NullMarked
package dev.seatport.http.internal.pipeline;

import org.jspecify.annotations.NullMarked;
