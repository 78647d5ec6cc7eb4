package uk.org.kscb.portal.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import org.jspecify.annotations.NullMarked;

/** What pages and resources may reach. The services have a test of the same name. */
@AnalyzeClasses(packages = "uk.org.kscb.portal.web", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule pages_come_in_by_the_front_door = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta.persistence..",
                    "uk.org.kscb.portal.*.model..",
                    "uk.org.kscb.portal.*.store..",
                    "uk.org.kscb.portal.*.exchange..",
                    "uk.org.kscb.portal.*.report..",
                    "java.sql..",
                    "javax.sql.."))
            .because("permission, scope and trail are at the door; past it there are none");

    @ArchTest
    static final ArchRule rules_and_transactions_stay_in_the_services =
            noClasses().should().beAnnotatedWith(Stateless.class).orShould().beAnnotatedWith(Stateful.class);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "asks the machine for the time",
                    (JavaAccess<?> access) -> access instanceof JavaCall<?> call && asksForTheTime(call)))
            .because("the portal's date can be set; ask PortalClock");

    @ArchTest
    static final ArchRule null_is_the_marked_exception = classes()
            .should(be(describe(
                    "in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    private static boolean asksForTheTime(JavaCall<?> call) {
        String name = call.getName();
        return name.equals("currentTimeMillis")
                || (name.equals("now") && call.getTargetOwner().getPackageName().equals("java.time"));
    }
}
