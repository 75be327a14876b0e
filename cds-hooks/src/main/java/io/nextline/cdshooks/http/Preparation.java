package io.nextline.cdshooks.http;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What Jetty does once in a process, whatever server it is to be: a fifth of a launch, most of it a look at every locale of Java. */
final class Preparation {

    // Jetty asks the platform's MBean server, which takes a while to start, how many references fit into 64 bytes.
    static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";
    private static final String IN_64_BYTES = "16";

    private Preparation() {}

    static void run() {
        System.getProperties().putIfAbsent(REFERENCES, IN_64_BYTES);
        new ServerConnector(new Server(), 1, 1);
    }
}
