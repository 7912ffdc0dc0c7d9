package dev.seatport.graph;

import java.net.URI;

/** National clouds of Microsoft with their hosts ("National cloud deployments" of Microsoft Graph). */
public enum GraphEnvironment {
    GLOBAL("https://graph.microsoft.com", "https://login.microsoftonline.com"),
    US_GOVERNMENT_L4("https://graph.microsoft.us", "https://login.microsoftonline.us"),
    US_GOVERNMENT_DOD("https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
    CHINA("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn");

    private final URI baseUrl;
    private final URI loginUrl;

    GraphEnvironment(String baseUrl, String loginUrl) {
        this.baseUrl = URI.create(baseUrl);
        this.loginUrl = URI.create(loginUrl);
    }

    /** Returns the base URL of the API. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Returns the base URL of the token endpoints, without the tenant. */
    public URI loginUrl() {
        return loginUrl;
    }

    /** Returns the scope of the tokens: all permissions that a tenant granted to the app registration. */
    String scope() {
        return baseUrl + "/.default";
    }
}
