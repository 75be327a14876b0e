package io.nextline.cdshooks.security;

import java.util.Set;

/**
 * Takes the word of the servlet container: admits the clients that it has authenticated under one of the given names, for hosts
 * that have a security layer of their own in front of the servlet. The principal's name becomes the caller's. Thread-safe.
 */
public final class ContainerGate implements ClientGate {

    private final Set<String> principals;

    /**
     * Makes a gate.
     *
     * @param principals the names of the principals that may call, compared exactly
     * @throws IllegalArgumentException if there are none: nobody could call
     */
    public ContainerGate(Set<String> principals) {
        if (principals.isEmpty()) {
            throw new IllegalArgumentException("name the principals that may call; without one nobody could");
        }
        this.principals = Set.copyOf(principals);
    }

    @Override
    public Admission admit(ClientCall call) {
        String principal = call.peer().principal();
        if (principal == null) {
            return new Admission.Refused(RefusalCause.NOT_AUTHENTICATED_BY_CONTAINER);
        }
        return principals.contains(principal)
                ? new Admission.Admitted(new Caller(principal, null))
                : new Admission.Refused(RefusalCause.PRINCIPAL_UNKNOWN);
    }
}
