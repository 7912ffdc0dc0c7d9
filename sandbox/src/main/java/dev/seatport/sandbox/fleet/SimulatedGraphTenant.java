package dev.seatport.sandbox.fleet;

import java.util.List;

/**
 * Customer tenant as Microsoft Graph reports it.
 *
 * @param tenantId {@code customerId} of its contracts: a GUID in lower case
 * @param displayName {@code displayName} of its contracts
 * @param defaultDomainName {@code defaultDomainName} of its contracts
 * @param contractTypes types of the contracts with the partner; one or two
 * @param hasConsent whether the partner's app has consent in the tenant; without it there is no token for the tenant
 * @param permitsSubscriptions whether the partner's app may read {@code /directory/subscriptions}
 * @param licenses rows of {@code /subscribedSkus}
 */
public record SimulatedGraphTenant(
        String tenantId,
        String displayName,
        String defaultDomainName,
        List<String> contractTypes,
        boolean hasConsent,
        boolean permitsSubscriptions,
        List<SimulatedGraphLicense> licenses) {
    /** Copies the lists. */
    public SimulatedGraphTenant {
        contractTypes = List.copyOf(contractTypes);
        licenses = List.copyOf(licenses);
    }
}
