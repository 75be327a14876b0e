package io.nextline.core.vocabulary;

import java.util.List;

/**
 * A drug of the vocabulary. Two drugs are the same if their names are.
 *
 * @param name the RxNorm ingredient name in lower case; the public id
 * @param classes what it acts on, for example {@code PD-1} or {@code VEGFR-TKI}, in the order of the data
 * @param groups wider groups that its classes belong to, for example {@code ICI}
 * @param role what it is given for in oncology
 * @param investigational whether it had no approval anywhere when the vocabulary was written
 * @param intravenous whether it is usually given by a professional (infusion or injection), so that an order alone is weak evidence
 * @param advancedOnly cancer types in which its use implies advanced disease
 */
public record Drug(
        String name,
        List<String> classes,
        List<String> groups,
        Role role,
        boolean investigational,
        boolean intravenous,
        List<String> advancedOnly)
        implements Comparable<Drug> {

    /** What a drug is given for. Only antineoplastic drugs make a line of therapy. */
    public enum Role {
        /** Against the cancer itself. */
        ANTINEOPLASTIC,
        /** Against symptoms and side effects, or for bone protection. */
        SUPPORTIVE,
        /** Endocrine therapy of other cancers. */
        HORMONAL,
        /** Not for cancer, or mostly not. */
        OTHER
    }

    /** Copies the lists. */
    public Drug {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
        advancedOnly = List.copyOf(advancedOnly);
    }

    /** Returns whether this is the drug of that name, or belongs to that class or group. */
    public boolean isA(String nameOrClass) {
        return name.equals(nameOrClass) || classes.contains(nameOrClass) || groups.contains(nameOrClass);
    }

    /** Returns whether its use in a patient with this cancer implies advanced disease. */
    public boolean impliesAdvanced(String cancerType) {
        return advancedOnly.contains(cancerType);
    }

    /** Returns whether it is given against the cancer itself. */
    public boolean isAntineoplastic() {
        return role == Role.ANTINEOPLASTIC;
    }

    @Override
    public int compareTo(Drug other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Drug drug && name.equals(drug.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
