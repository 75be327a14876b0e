package io.nextline.cdshooks.request;

import org.jspecify.annotations.Nullable;

/** The CDS Hooks hooks that the services answer. */
public enum Hook {
    PATIENT_VIEW("patient-view", "1.0"),
    ORDER_SELECT("order-select", "1.0"),
    ORDER_SIGN("order-sign", "1.0");

    private final String id;
    private final String version;

    Hook(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /** Returns the hook of this name, or null if the services answer none of that name. */
    public static @Nullable Hook named(String id) {
        return switch (id) {
            case "patient-view" -> PATIENT_VIEW;
            case "order-select" -> ORDER_SELECT;
            case "order-sign" -> ORDER_SIGN;
            default -> null;
        };
    }

    /** Returns the name in the CDS Hooks library. */
    public String id() {
        return id;
    }

    /** Returns the published version of the hook's definition. */
    public String version() {
        return version;
    }

    /** Returns whether the request carries drafted orders. */
    public boolean hasDrafts() {
        return this != PATIENT_VIEW;
    }

    /** Returns whether the clinician selects among the drafts; on signing, all of them are meant. */
    public boolean hasSelections() {
        return this == ORDER_SELECT;
    }
}
