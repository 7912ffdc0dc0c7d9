package dev.seatport.http.internal.paging;

import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Batches of one subscription whose source depends on a prior call. The first batch starts that call. */
public final class DependentBatches<T> implements BatchSource<T> {
    private final Uni<BatchSource<T>> prior;
    private @Nullable BatchSource<T> batches;

    /** @param prior completes with the source of the batches */
    public DependentBatches(Uni<BatchSource<T>> prior) {
        this.prior = prior;
    }

    @Override
    public Uni<RowBatch<T>> next() {
        BatchSource<T> started = batches;
        return started == null ? prior.invoke(source -> batches = source).chain(BatchSource::next) : started.next();
    }
}
