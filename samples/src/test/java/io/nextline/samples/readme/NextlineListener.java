package io.nextline.samples.readme;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.NextlineServlet;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.core.Nextline;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.time.ZoneId;

/** Puts the CDS Hooks services into a web application, as the README shows it. */
// tag::servlet[]
@WebListener
public final class NextlineListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Clock clock = Clock.system(ZoneId.of("Europe/Zurich")); // decides what "today" is at your site
        CdsServices services = new CdsServices(Nextline.load(), ServiceSettings.of(clock));
        ClientGate gate = new DevelopmentGate(); // this machine only; in use: JwtGate, or ContainerGate
        NextlineServlet servlet = new NextlineServlet(new CdsHooksHandler(services, Cors.none(), gate));
        event.getServletContext().addServlet("nextline", servlet).addMapping("/cds-services/*", "/evidence/*");
    }
}
// end::servlet[]
