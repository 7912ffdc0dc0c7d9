package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Contract of an adapter over the HTTP client of the JDK. {@link ContractsNoticeTest} plants defects in it. */
class HttpBrokenBytesContractTest extends BrokenBytesContract<URI> {
    private static final Pattern NUMBERS = Pattern.compile("\\{\"numbers\":\\[(\\d{1,9}(,\\d{1,9})*)?]}");

    private final PlantedDefect defect = Objects.requireNonNullElse(PlantedVendor.planted, PlantedDefect.NONE);

    @Override
    protected URI connect(URI vendor) {
        return vendor;
    }

    @Override
    protected void disconnect(URI vendor) {
        // Each call opens and closes one connection.
    }

    @Override
    protected List<Call> calls(URI vendor) {
        return List.of(new Call("numbers", "{\"numbers\":[1,22,333]}", () -> numbers(vendor)));
    }

    @Override
    protected String tokenPath() {
        return "/token";
    }

    @Override
    protected String token() {
        return "{}";
    }

    @Override
    protected FailureKind failureOfWholeResponse() {
        return FailureKind.MALFORMED_ANSWER;
    }

    private Optional<VendorException> numbers(URI vendor) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(vendor + "/numbers").toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            try (InputStream body = connection.getInputStream()) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return isAccepted(text) ? Optional.empty() : Optional.of(malformed(text));
            }
        } catch (IOException e) {
            return Optional.of(malformed(""));
        }
    }

    private boolean isAccepted(String text) {
        return defect == PlantedDefect.ACCEPTS_A_TRUNCATED_RESPONSE
                ? NUMBERS.matcher(text).matches()
                        || NUMBERS.matcher(text + "]}").matches()
                : NUMBERS.matcher(text).matches();
    }

    private VendorException malformed(String text) {
        String explanation =
                defect == PlantedDefect.QUOTES_THE_RESPONSE ? "no numbers:" + text.repeat(40) : "no numbers";
        return VendorException.builder(FailureKind.MALFORMED_ANSWER, AcmeFakes.VENDOR, "numbers", explanation)
                .build();
    }
}
