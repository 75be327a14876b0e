package io.nextline.cdshooks.security;

/**
 * Admits any caller of this machine without authentication, and nobody else: for development. A call that a proxy passes on is
 * refused, since it may come from anywhere. A server with this gate binds to the loopback address only. Thread-safe.
 */
public final class DevelopmentGate implements ClientGate {

    @Override
    public Admission admit(ClientCall call) {
        return call.peer().local() && !call.forwarded()
                ? new Admission.Admitted(Caller.DEVELOPMENT)
                : new Admission.Refused(RefusalCause.NOT_THIS_MACHINE);
    }

    @Override
    public boolean servesThisMachineOnly() {
        return true;
    }
}
