package io.nextline.cdshooks.operation.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** The service's metrics in a registry of their own, readable by Prometheus. Thread-safe. */
public final class PrometheusMetrics {

    /** The media type of {@link #scrape()}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ServiceMetrics service = new ServiceMetrics(registry);

    /** Returns what counts the calls. */
    public ServiceMetrics service() {
        return service;
    }

    /** Returns all metrics in Prometheus' text format. */
    public byte[] scrape() {
        return registry.scrape().getBytes(StandardCharsets.UTF_8);
    }
}
