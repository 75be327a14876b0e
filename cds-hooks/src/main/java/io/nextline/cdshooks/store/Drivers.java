package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the JDBC driver for a database. */
final class Drivers {

    private Drivers() {}

    /**
     * Returns the driver.
     *
     * @throws InvalidSettingsException if it is not on the class path; it names what to add
     */
    static Driver of(DatabaseSettings settings) {
        for (ClassLoader loader :
                new ClassLoader[] {Drivers.class.getClassLoader(), Thread.currentThread().getContextClassLoader()}) {
            for (ServiceLoader.Provider<Driver> provider :
                    ServiceLoader.load(Driver.class, loader).stream().toList()) {
                if (isFor(provider, settings.url())) {
                    return provider.get();
                }
            }
        }
        throw new InvalidSettingsException(List.of("there is no JDBC driver for " + settings.place() + ": add "
                + settings.dialect().driver() + " to the class path"));
    }

    // A driver of somebody else's that cannot be loaded is no reason to do without ours.
    private static boolean isFor(ServiceLoader.Provider<Driver> provider, String url) {
        try {
            return provider.get().acceptsURL(url);
        } catch (SQLException | ServiceConfigurationError unusable) {
            return false;
        }
    }
}
