package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the JDBC driver for a database. */
final class Drivers {

    private Drivers() {}

    /**
     * Returns the driver.
     *
     * @throws InvalidSettingsException if it is not on the class path; it names what to add
     */
    static Driver of(DatabaseSettings settings) {
        return of(
                settings, Drivers.class.getClassLoader(), Thread.currentThread().getContextClassLoader());
    }

    static Driver of(DatabaseSettings settings, ClassLoader... loaders) {
        for (ClassLoader loader : loaders) {
            Iterator<ServiceLoader.Provider<Driver>> providers =
                    ServiceLoader.load(Driver.class, loader).stream().iterator();
            while (providers.hasNext()) {
                Driver driver = usable(providers.next(), settings.url());
                if (driver != null) {
                    return driver;
                }
            }
        }
        throw new InvalidSettingsException(List.of("there is no JDBC driver for " + settings.place() + ": add "
                + settings.dialect().driver() + " to the class path"));
    }

    // A driver of somebody else's that cannot be loaded is no reason to do without ours.
    private static @Nullable Driver usable(ServiceLoader.Provider<Driver> provider, String url) {
        try {
            Driver driver = provider.get();
            return driver.acceptsURL(url) ? driver : null;
        } catch (SQLException | ServiceConfigurationError unusable) {
            return null;
        }
    }
}
