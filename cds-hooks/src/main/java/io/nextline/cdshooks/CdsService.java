package io.nextline.cdshooks;

import io.nextline.cdshooks.request.Hook;
import org.jspecify.annotations.Nullable;

/** One of the CDS services, as discovery lists it. */
public enum CdsService {
    PATIENT_VIEW(
            "nextline-patient-view",
            Hook.PATIENT_VIEW,
            "Trial evidence for the next line of therapy",
            "Shows what published trials found for patients with renal cell carcinoma or non-small cell lung cancer that has"
                    + " progressed on systemic therapy, how this patient compares with those studied, and what is missing to know."),
    ORDER_SELECT(
            "nextline-order-select",
            Hook.ORDER_SELECT,
            "Trial evidence on the selected orders",
            "While orders are drafted: what published trials found about the selected anticancer drugs and procedures in such"
                    + " a patient, with a warning where a randomised trial argues against the drafted regimen."),
    ORDER_SIGN(
            "nextline-order-sign",
            Hook.ORDER_SIGN,
            "Trial evidence on the orders to be signed",
            "Before orders are signed: what published trials found about the drafted anticancer drugs and procedures in such"
                    + " a patient, with a warning where a randomised trial argues against the drafted regimen.");

    private final String id;
    private final Hook hook;
    private final String title;
    private final String description;

    CdsService(String id, Hook hook, String title, String description) {
        this.id = id;
        this.hook = hook;
        this.title = title;
        this.description = description;
    }

    /** Returns the service of this id, or null if there is none. */
    public static @Nullable CdsService named(String id) {
        for (CdsService service : values()) {
            if (service.id.equals(id)) {
                return service;
            }
        }
        return null;
    }

    /** Returns the id, the last part of the service's URL. */
    public String id() {
        return id;
    }

    /** Returns the hook that it answers. */
    public Hook hook() {
        return hook;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** Returns what it does, for those who configure a client. */
    public String description() {
        return description;
    }
}
