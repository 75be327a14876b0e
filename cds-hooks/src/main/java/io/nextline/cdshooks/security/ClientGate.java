package io.nextline.cdshooks.security;

/**
 * Decides who may call, before anything of the request's body is read. Without one nothing can be served: {@code JwtGate} checks
 * signed tokens, {@link ContainerGate} takes the word of the servlet container, {@link DevelopmentGate} serves this machine only. A
 * gate of a host's own is possible. Needs to be thread-safe.
 */
@FunctionalInterface
public interface ClientGate {

    /**
     * Decides on one call. A refusal is a value; an exception counts as a failure of the service and admits nobody.
     *
     * @param call what the call shows of its client
     */
    Admission admit(ClientCall call);

    /** Returns whether discovery, too, is for admitted clients only; it tells nothing of any patient and is open by default. */
    default boolean guardsDiscovery() {
        return false;
    }

    /** Returns whether this gate admits callers of this machine alone; a server then binds to the loopback address only. */
    default boolean servesThisMachineOnly() {
        return false;
    }

    /**
     * Gets ready: reads what the first call would otherwise wait for. Called once, before anything is served.
     *
     * @throws InvalidSettingsException if what it was configured with cannot be used
     */
    default void prepare() {}

    /** Closes what it holds open, such as connections to a database. Called once, after the last call. */
    default void close() {}
}
