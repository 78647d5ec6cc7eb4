package uk.org.kscb.portal.ear.support;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.jspecify.annotations.Nullable;

/** Arquillian deploys once a class, ten seconds each time; here all classes share the first one's deployment. */
public final class OneDeployment implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Arquillian makes one of these a suite. */
    public static final class Keeper {
        @Inject
        @ClassScoped
        private @Nullable InstanceProducer<DeploymentScenario> scenario;

        private @Nullable DeploymentScenario shared;
        private boolean deployed;

        /** Before Arquillian looks for the server, there must be one. */
        void start(@Observes(precedence = 1000) BeforeSuite event) {
            TestPortal.portal();
        }

        void generate(@Observes EventContext<GenerateDeployment> context) {
            if (scenario == null) {
                throw new IllegalStateException("Arquillian has not filled in the scenario");
            }
            if (shared == null) {
                context.proceed();
                shared = scenario.get();
            } else {
                scenario.set(shared);
            }
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> context) {
            if (!deployed) {
                context.proceed();
                deployed = true;
            }
        }

        /** The server takes it along when it stops. */
        void undeploy(@Observes EventContext<UnDeployManagedDeployments> context) {}
    }
}
