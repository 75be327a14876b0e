package io.nextline.cdshooks.security;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.List;

/**
 * What a call shows of its client; its text form holds nothing of it, nor does JSON that Jackson makes of it, so that no log can.
 *
 * @param path the endpoint called, as the service names it, for example {@code /cds-services/nextline-patient-view}; it is made from
 *     the service's own list and not from what was sent
 * @param authorization the values of all {@code Authorization} headers as sent
 * @param forwarded whether a proxy says that it passes the call on for somebody else
 * @param peer the other end of the connection
 */
@JsonIncludeProperties("path")
public record ClientCall(String path, List<String> authorization, boolean forwarded, Peer peer) {

    public ClientCall {
        authorization = List.copyOf(authorization);
    }

    @Override
    public String toString() {
        return "ClientCall[" + path + "]";
    }
}
