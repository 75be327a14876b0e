package io.nextline.samples.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Holds a service to every rule of the catalogue. Calls go out one after the other; a run is not thread-safe. */
public final class Conformance {

    private static final List<ServiceChecks> GROUPS = List.of(
            new CallChecks(),
            new RefusalChecks(),
            new RobustnessChecks(),
            new FeedbackChecks(),
            new CorsChecks(),
            new ClientChecks());

    private final Session session;
    private final Catalogue catalogue;

    private Conformance(Target target, Catalogue catalogue) {
        this.session = new Session(target, catalogue);
        this.catalogue = catalogue;
    }

    private record Step(String name, Runnable work) {}

    /**
     * Asks the target and returns what became of every rule.
     *
     * @param target the service and how to ask it
     * @param progress is told the name of each step before it begins, and how many steps there are
     * @throws UnreachableException if nothing answers at the target's URL
     */
    public static Report run(Target target, Catalogue catalogue, ObjIntConsumer<String> progress)
            throws UnreachableException {
        return new Conformance(target, catalogue).run(progress);
    }

    private Report run(ObjIntConsumer<String> progress) throws UnreachableException {
        Exchange list = session.send(Call.of("GET", Call.ROOT), session.at("discovery"));
        if (list.status() == 0) {
            throw new UnreachableException(list.problem());
        }
        List<Service> services = new DiscoveryChecks(session).run(list);
        new TransportChecks(session).run(list);
        if (services.isEmpty()) {
            catalogue.all().forEach(rule -> session.ledger().skip(rule.id(), "no service was found"));
        }
        List<Step> steps = steps(services);
        for (Step step : steps) {
            progress.accept(step.name(), steps.size());
            step.work().run();
        }
        session.judgeTime();
        return new Report(
                services.stream().map(Service::name).distinct().toList(),
                session.ledger().results());
    }

    private List<Step> steps(List<Service> services) {
        List<Step> steps = new ArrayList<>();
        if (!services.isEmpty()) {
            steps.add(new Step("a service that is not there", () -> new TransportChecks(session).unknownService()));
        }
        for (Service service : services) {
            for (ServiceChecks group : groups(service)) {
                steps.add(new Step(service.name() + ": " + group.subject(), () -> group.run(session, service)));
            }
        }
        return steps;
    }

    private List<ServiceChecks> groups(Service service) {
        if (!session.requests().knows(service)) {
            session.at(service.name()).ledger().skip("2.0#calling.status", "the hook's context is not known here");
            return List.of();
        }
        boolean locked =
                session.target().expectsAuthentication() && !session.target().authenticates();
        return locked ? List.of(new ClientChecks()) : GROUPS;
    }
}
