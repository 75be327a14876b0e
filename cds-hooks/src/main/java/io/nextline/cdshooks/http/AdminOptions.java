package io.nextline.cdshooks.http;

/**
 * The port for those who run the service: {@code /live}, {@code /ready}, {@code /metrics} and {@code /openapi.json}. It asks nobody
 * who they are, and is for this machine or a network of the operator's only.
 *
 * @param host the address or name to bind to
 * @param port the port; 0 for any that is free
 * @param metrics whether calls are counted and {@code /metrics} answers; needs Micrometer's Prometheus registry on the class path
 */
public record AdminOptions(String host, int port, boolean metrics) {}
