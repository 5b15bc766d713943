package io.bordergate.domain.declaration;

/** One class of goods that a declaration names. Immutable. */
public record Goods(Category category, boolean refrigerated) {

    /** Classes as the province's daily table splits them. */
    public enum Category {
        FRUIT,
        OTHER_PERISHABLE,
        NEW_VEHICLE,
        OTHER,
        /** A word that this version does not know. */
        UNKNOWN
    }
}
