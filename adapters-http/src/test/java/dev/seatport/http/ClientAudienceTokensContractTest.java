package dev.seatport.http;

import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.VendorServer;
import dev.seatport.testkit.contract.AudienceTokensContract;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client itself as the adapter of a vendor with a token per audience. */
class ClientAudienceTokensContractTest extends AudienceTokensContract<VendorClient> {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @Override
    protected VendorClient connect(URI url) {
        return vendor.client(VendorClientOptions.builder(
                VendorServer.ACME,
                url.resolve("/api"),
                TokenUrl.perAudience(url.resolve("/login"), "/token"),
                Credentials.clientSecret("the-client", Secret.of("the-secret"))));
    }

    @Override
    protected void disconnect(VendorClient client) {
        client.close();
    }

    @Override
    protected String tokenPath(String audience) {
        return "/login/" + audience + "/token";
    }

    @Override
    protected String response() {
        return "{\"name\":\"one\"}";
    }

    @Override
    protected CompletionStage<?> call(VendorClient client, String audience) {
        return client.fetch(
                () -> VendorRequest.get(ThingOperations.THING)
                        .audience(audience)
                        .path("/thing")
                        .build(),
                ThingOperations.ThingDto.class,
                ThingOperations::name);
    }
}
