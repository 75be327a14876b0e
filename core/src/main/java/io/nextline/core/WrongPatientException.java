package io.nextline.core;

/**
 * The data name another patient than the one asked about: nothing may be concluded from them. The message names no patient.
 */
public final class WrongPatientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String resourceType;

    /**
     * Creates the exception.
     *
     * @param resourceType the type of the resource that names another patient
     */
    public WrongPatientException(String resourceType) {
        super("a " + resourceType + " is about another patient: send the data of one patient only");
        this.resourceType = resourceType;
    }

    /** Returns the type of the resource that names another patient. */
    public String resourceType() {
        return resourceType;
    }
}
