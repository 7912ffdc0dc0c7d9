package dev.seatport.sandbox.fleet;

import java.util.List;

/**
 * A Microsoft tenant before either vendor tells of it.
 *
 * @param id its id in small letters
 * @param name its name
 * @param users how many people have a license, and so a backup seat
 * @param licenses what C3 reports of it
 * @param knownToAvePoint whether AvePoint lists it
 * @param knownToC3 whether C3 lists it
 */
record MicrosoftTenant(
        String id,
        String name,
        int users,
        List<SimulatedLicense> licenses,
        boolean knownToAvePoint,
        boolean knownToC3) {}
