package dev.seatport.sandbox.c3;

/** The keys on which C3's sample and the explanation below it disagree. Not all of either are English. */
record Spelling(String availableUnits, String totalUnits, String productName, String attribute, String attributeKey) {
    static final Spelling SAMPLE =
            new Spelling("AvailableUnits", "TotalUnits", "ProducName", "Atribute", "AtributeKey");

    static final Spelling EXPLANATION =
            new Spelling("AvaiableUnits", "Totalunits", "Productname", "Attribute", "AttributeKey");
}
