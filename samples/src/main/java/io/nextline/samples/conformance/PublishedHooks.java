package io.nextline.samples.conformance;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The hooks of the CDS Hooks library, with the fields of their context that a prefetch template may name. */
final class PublishedHooks {

    /** The ids of the user, which every template may name. */
    static final Set<String> USER_TOKENS =
            Set.of("userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId");

    private static final Set<String> USUAL = Set.of("userId", "patientId", "encounterId");

    private static final Map<String, Set<String>> TOKENS = Map.ofEntries(
            Map.entry("patient-view", USUAL),
            Map.entry("order-select", USUAL),
            Map.entry("order-sign", USUAL),
            Map.entry("order-dispatch", Set.of("patientId", "dispatchedOrders", "performer", "order")),
            Map.entry("appointment-book", USUAL),
            Map.entry("encounter-start", USUAL),
            Map.entry("encounter-discharge", USUAL),
            Map.entry("problem-list-item-create", USUAL),
            Map.entry("medication-refill", USUAL),
            Map.entry("allergyintolerance-create", USUAL),
            Map.entry("medication-verify", USUAL),
            Map.entry("medication-prescribe", USUAL),
            Map.entry("order-review", USUAL));

    private static final Pattern OWN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private PublishedHooks() {}

    static boolean isPublished(String hook) {
        return TOKENS.containsKey(hook);
    }

    /** Returns whether a name is of the form that hooks of one's own take. */
    static boolean isReverseDomain(String name) {
        return OWN.matcher(name).matches();
    }

    /** Returns the context fields that a template for this hook may name; of a hook of one's own, nothing is known. */
    static boolean mayName(String hook, String field) {
        Set<String> fields = TOKENS.get(hook);
        return fields == null ? !field.contains(".") : fields.contains(field);
    }
}
