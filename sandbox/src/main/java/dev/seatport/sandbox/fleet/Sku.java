package dev.seatport.sandbox.fleet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Microsoft product that partners sell. Names and part numbers are real, ids are invented.
 *
 * @param id GUID of the SKU
 * @param name name of the product, as C3 sends it
 * @param partNumber part number, as Microsoft Graph sends it
 */
record Sku(String id, String name, String partNumber) {
    /** Products that each user has once. */
    static final List<Sku> PER_USER = List.of(
            new Sku("a4c1e7d2-5b0f-4e63-9d18-2f7b6a90c351", "Microsoft 365 Business Premium", "SPB"),
            new Sku("1f9d03b6-7e42-4c8a-b5d7-60e2c4a81f93", "Microsoft 365 Business Standard", "O365_BUSINESS_PREMIUM"),
            new Sku("c85b2a40-16d9-47fe-8a3c-b90d5e7f1264", "Microsoft 365 E3", "SPE_E3"),
            new Sku("72e6d94f-c0a3-4b15-9e80-1d3a7c5bf628", "Microsoft 365 E5", "SPE_E5"),
            new Sku("0b7f58c3-92ad-4d61-8f24-e5c1906a3db7", "Office 365 E1", "STANDARDPACK"),
            new Sku("e3904d1a-68bf-4a27-b71c-4c8f25d0e9a6", "Microsoft 365 F3", "SPE_F1"));

    /** Products for users who need a mailbox only. */
    static final List<Sku> MAILBOX_ONLY = List.of(
            new Sku("5d21b8e7-f34c-4096-a6d5-93b70f1c8e42", "Exchange Online (Plan 1)", "EXCHANGESTANDARD"),
            new Sku("96a0f3c5-2d7e-4b84-9c1b-7f5e83d2a014", "Exchange Online Kiosk", "EXCHANGEDESKLESS"));

    /** Products that some users have in addition. */
    static final List<Sku> ADD_ONS = List.of(
            new Sku("38fcb561-a9e0-4d72-8b46-0ad4e19c7f35", "Visio Plan 2", "VISIOCLIENT"),
            new Sku("d17a4e92-5c38-4f0b-91e6-b2c8607df453", "Power BI Pro", "POWER_BI_PRO"),
            new Sku("8be53d07-e1f4-46c9-a250-6f9d1b84c7ea", "Microsoft 365 Copilot", "Microsoft_365_Copilot"),
            new Sku("4a6c90f8-b7d3-4215-8ef9-c5302e7a1d6b", "Planner and Project Plan 3", "PROJECTPROFESSIONAL"),
            new Sku("fb28e614-03c7-4a9d-b56f-81d4f7029ce5", "Microsoft Teams Rooms Pro", "Microsoft_Teams_Rooms_Pro"),
            new Sku(
                    "67d5c3ab-94e1-4f38-8d02-3eb61a5f90c7",
                    "Exchange Online Archiving (for Exchange Online)",
                    "EXCHANGEARCHIVE_ADDON"));

    private static final Map<String, String> PART_NUMBERS = Stream.of(PER_USER, MAILBOX_ONLY, ADD_ONS)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Sku::id, Sku::partNumber));

    /** Returns whether some users have the SKU in addition. */
    static boolean isAddOn(String id) {
        return ADD_ONS.stream().anyMatch(sku -> sku.id().equals(id));
    }

    /** Returns the part number of a SKU of this class. */
    static String partNumber(String id) {
        return Objects.requireNonNull(PART_NUMBERS.get(id));
    }
}
