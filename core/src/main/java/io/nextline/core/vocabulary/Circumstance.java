package io.nextline.core.vocabulary;

/** What an entry says of the person, apart from the cancer. */
public enum Circumstance {
    DEAD("dead"),
    ALIVE("alive"),
    PREGNANT("pregnant"),
    /** Not pregnant, or no longer. */
    NOT_PREGNANT("not-pregnant"),
    LACTATING("lactating"),
    NOT_LACTATING("not-lactating"),
    /** Hospice or comfort care; palliative care as such is not meant. */
    COMFORT_CARE("comfort-care");

    private final String id;

    Circumstance(String id) {
        this.id = id;
    }

    /** Returns the id used in the data files. */
    public String id() {
        return id;
    }
}
