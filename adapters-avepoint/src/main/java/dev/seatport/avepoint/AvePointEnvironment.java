package dev.seatport.avepoint;

import java.net.URI;

/**
 * AvePoint's environments with their hosts (AvePoint Elements API, "Use AvePoint Graph API"). An account on another host
 * overrides the URLs in {@link AvePointOptions}.
 */
public enum AvePointEnvironment {
    COMMERCIAL("https://graph.avepointonlineservices.com", "https://identity.avepointonlineservices.com/connect/token"),
    US_GOVERNMENT(
            "https://graph-gov.avepointonlineservices.com",
            "https://identity-gov.avepointonlineservices.com/connect/token"),
    AOS2(
            "https://graph-aos2.avepointonlineservices.com",
            "https://identity-aos2.avepointonlineservices.com/connect/token"),
    FEDRAMP("https://graphusgovapi.online15.net", "https://identity.online15.net/connect/token");

    private final URI baseUrl;
    private final URI tokenUrl;

    AvePointEnvironment(String baseUrl, String tokenUrl) {
        this.baseUrl = URI.create(baseUrl);
        this.tokenUrl = URI.create(tokenUrl);
    }

    /** Returns the base URL of the API. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Returns the URL of the token endpoint. */
    public URI tokenUrl() {
        return tokenUrl;
    }
}
