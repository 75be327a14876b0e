package io.nextline.cdshooks.operation.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The service's metrics in a registry of their own, readable by Prometheus. Thread-safe. */
public final class PrometheusMetrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ServiceMetrics service = new ServiceMetrics(registry);

    /** Returns what counts the calls. */
    public ServiceMetrics service() {
        return service;
    }

    /** Returns all metrics in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }
}
