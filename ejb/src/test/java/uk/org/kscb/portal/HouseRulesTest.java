package uk.org.kscb.portal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.OpenDoor;

/** The room plan of config/decisions, as far as a machine can check it. */
@AnalyzeClasses(packages = "uk.org.kscb.portal", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String ROOT = "uk.org.kscb.portal.";
    private static final String PLATFORM = ROOT + "platform..";
    private static final Set<String> NOW = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule a_features_inner_rooms_are_its_own = classes()
            .that(describe("are features", type -> feature(type).isPresent()))
            .should(enterNoInnerRoomOfAnotherFeature())
            .because("a feature is entered by its front door, its base package");

    @ArchTest
    static final ArchRule the_platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat(describe("are features", type -> feature(type).isPresent()))
            .because("the platform is how, the features are what");

    @ArchTest
    static final ArchRule services_know_nothing_of_pages = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.primefaces..", ROOT + "web.."))
            .because("pages, resources and jobs all come in by the same doors");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .that(resideOutsideOfPackage(ROOT + "platform.time.."))
            .should()
            .accessTargetWhere(theMachinesTime())
            .because("the portal's date can be set; ask PortalClock");

    @ArchTest
    static final ArchRule every_door_says_who_may_enter = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(be(describe(
                    "guarded by @Door, or @OpenDoor with a reason",
                    (JavaMethod method) -> method.isAnnotatedWith(Door.class)
                            || method.isAnnotatedWith(OpenDoor.class)
                            || method.getOwner().isAnnotatedWith(Door.class))))
            .because("deny by default: a hidden button is courtesy, not security");

    @ArchTest
    static final ArchRule the_servers_own_roles_are_not_used = noMethods()
            .should()
            .beAnnotatedWith(describe(
                    "jakarta.annotation.security",
                    annotation -> annotation.getRawType().getPackageName().equals("jakarta.annotation.security")))
            .because("the server enforces them against its own realm, which knows none of our people");

    @ArchTest
    static final ArchRule only_stores_speak_to_the_database = noClasses()
            .that(resideOutsideOfPackage(ROOT + "(**).store..").and(resideOutsideOfPackage(PLATFORM)))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("every query takes the viewer's scope, and the stores are where that is seen to");

    @ArchTest
    static final ArchRule entities_live_in_the_model = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and(resideOutsideOfPackage(PLATFORM))
            .should()
            .resideInAPackage("..model..");

    @ArchTest
    static final ArchRule nothing_is_a_bare_audit = noClasses()
            .that(resideOutsideOfPackage(ROOT + "practiceaudit.."))
            .should(be(describe(
                    "named after an audit",
                    (JavaClass type) ->
                            type.getName().toLowerCase(java.util.Locale.ROOT).matches(".*(?<!practice)audit(?!or).*"))))
            .because("the partnership audits practice; what the portal writes down is the trail");

    @ArchTest
    static final ArchRule null_is_the_marked_exception = classes()
            .should(be(describe(
                    "in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    private static Optional<String> feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT) || resideInAPackage(PLATFORM).test(type)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length()).split("\\.", 2)[0]);
    }

    private static ArchCondition<JavaClass> enterNoInnerRoomOfAnotherFeature() {
        return new ArchCondition<>("enter no inner room of another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isInnerRoom(dependency.getTargetClass())
                                && !feature(dependency.getTargetClass()).equals(feature(type)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean isInnerRoom(JavaClass type) {
        return feature(type)
                .filter(name -> type.getPackageName().startsWith(ROOT + name + "."))
                .isPresent();
    }

    private static DescribedPredicate<JavaAccess<?>> theMachinesTime() {
        return describe(
                "asks the machine for the time",
                access -> access instanceof JavaCall<?> call && asksForTheTime(call.getTarget()));
    }

    private static boolean asksForTheTime(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> NOW.contains(owner);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "system", "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            case "<init>" ->
                owner.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }
}
