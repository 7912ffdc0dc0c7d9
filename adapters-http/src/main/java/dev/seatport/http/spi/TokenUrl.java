package dev.seatport.http.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * URL of a token endpoint: one for all tokens, or one for each audience, such as a tenant. Immutable.
 *
 * @param base the whole URL, or the part before the audience
 * @param pathAfterAudience the percent-encoded path after the audience, with a leading slash; {@code null} if the URL has no audience
 */
public record TokenUrl(URI base, @Nullable String pathAfterAudience) {
    public TokenUrl {
        Objects.requireNonNull(base, "base");
        if (pathAfterAudience != null) {
            if (!pathAfterAudience.startsWith("/")) {
                throw new IllegalArgumentException("the path after the audience must start with a slash");
            }
            if (!isPath(pathAfterAudience)) {
                throw new IllegalArgumentException(
                        "the path after the audience must be percent-encoded, without a query or a fragment");
            }
            if (base.getRawQuery() != null || base.getRawFragment() != null) {
                throw new IllegalArgumentException("the token URL must have no query and no fragment");
            }
        }
    }

    private static boolean isPath(String text) {
        try {
            return new URI("https://host" + text).getRawPath().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Creates the URL of a vendor with one token endpoint. */
    public static TokenUrl of(URI url) {
        return new TokenUrl(url, null);
    }

    /**
     * Creates the URL of a vendor with a token endpoint for each audience, such as {@code
     * https://login.example.com/{audience}/token}.
     *
     * @param base the part before the audience, such as {@code https://login.example.com}
     * @param pathAfterAudience the path after it, such as {@code /token}
     */
    public static TokenUrl perAudience(URI base, String pathAfterAudience) {
        return new TokenUrl(base, Objects.requireNonNull(pathAfterAudience, "pathAfterAudience"));
    }

    /**
     * Checks whether a request fits this URL.
     *
     * @param audience the audience that the request names; {@code null} for none
     * @return why a token cannot be requested; empty if it can
     */
    public Optional<String> validationError(@Nullable String audience) {
        if (pathAfterAudience == null) {
            return audience == null
                    ? Optional.empty()
                    : Optional.of("the request names an audience, but the token URL of this client has none");
        }
        return audience == null
                ? Optional.of("the request names no audience, but the token URL of this client needs one")
                : PathSegment.validationError(audience).map(error -> "the audience cannot be sent: " + error);
    }

    /**
     * Returns the URL for an audience, as one percent-encoded path segment.
     *
     * @param audience {@code null} for none
     * @throws IllegalArgumentException if {@link #validationError} returns an error
     */
    public URI resolve(@Nullable String audience) {
        validationError(audience).ifPresent(error -> {
            throw new IllegalArgumentException(error);
        });
        if (audience == null || pathAfterAudience == null) {
            return base;
        }
        String prefix = base.toString();
        return URI.create(
                (prefix.endsWith("/") ? prefix : prefix + "/") + PathSegment.encode(audience) + pathAfterAudience);
    }
}
