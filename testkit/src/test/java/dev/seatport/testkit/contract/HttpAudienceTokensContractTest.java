package dev.seatport.testkit.contract;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Contract of an adapter over the HTTP client of the JDK. {@link ContractsNoticeTest} plants defects in it. */
class HttpAudienceTokensContractTest extends AudienceTokensContract<AudienceClient> {
    @Override
    protected AudienceClient connect(URI vendor) {
        return new AudienceClient(vendor, Objects.requireNonNullElse(PlantedVendor.planted, PlantedDefect.NONE));
    }

    @Override
    protected void disconnect(AudienceClient client) {
        client.close();
    }

    @Override
    protected String tokenPath(String audience) {
        return AudienceClient.tokenPath(audience);
    }

    @Override
    protected String response() {
        return "{}";
    }

    @Override
    protected CompletionStage<?> call(AudienceClient client, String audience) {
        return client.get(audience);
    }
}
