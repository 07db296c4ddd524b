package dev.pulso;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.pulso.store.data.TenantRecord;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who may know whom. A new edge between modules is a decision: it is added here, with its reason in an ADR. */
@AnalyzeClasses(packages = "dev.pulso", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What every module stands on, from the ground up: the words, the store, the edge, the start. None knows a module. */
    private static final Set<String> PLATFORM = Set.of("kernel", "store", "edge", "start");

    /** Module -> the modules whose facades it may use. No cycles; the platform is open to all. */
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            // A story as plain data, for everybody's demo rows.
            Map.entry("demo", Set.of()),
            Map.entry("audit", Set.of()),
            Map.entry("company", Set.of("demo")),
            Map.entry("access", Set.of("demo")),
            Map.entry("people", Set.of("access", "company", "demo")),
            Map.entry("customers", Set.of("demo")),
            Map.entry("portfolio", Set.of("customers", "demo")),
            // What a won deal charges once is an invoice (docs/adr/0059-lines-and-closing.md); a lead that becomes a
            // deal takes its
            // files along (docs/adr/0055-files.md).
            Map.entry("crm", Set.of("billing", "customers", "portfolio", "files", "demo")),
            Map.entry("billing", Set.of("customers", "company", "portfolio", "demo")),
            Map.entry("files", Set.of("demo")),
            Map.entry("imports", Set.of("demo")),
            // Tells what those who have something to tell bring to the store.
            Map.entry("timeline", Set.of()),
            // Asks lists what a question says, by what those who have the records bring to the store
            // (docs/adr/0050-views-bulk-export.md).
            // What they are answered with is kept as a file (docs/adr/0056-exports.md).
            Map.entry("lists", Set.of("files")),
            // Tells people what those who know of it bring to the store (docs/adr/0058-notifications.md).
            Map.entry("notifications", Set.of("demo")),
            // Finds what those who can be found bring to the store.
            Map.entry("search", Set.of()),
            // Reads views that the owners publish, and calls nobody.
            Map.entry("reports", Set.of()));

    @ArchTest
    static final ArchRule what_is_internal_stays_in_its_module = classes()
            .that()
            .resideInAPackage("dev.pulso.*.internal..")
            .should(new ArchCondition<>("be used by their own module only") {
                @Override
                public void check(JavaClass inner, ConditionEvents events) {
                    inner.getDirectDependenciesToSelf().stream()
                            .filter(use -> !module(use.getOriginClass()).equals(module(inner)))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule modules_know_only_whom_they_may = classes()
            .that(new DescribedPredicate<>("belong to a module") {
                @Override
                public boolean test(JavaClass type) {
                    return EDGES.containsKey(module(type));
                }
            })
            .should(new ArchCondition<>("use only the facades their module may know") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(use -> EDGES.containsKey(module(use.getTargetClass())))
                            .filter(use -> !module(use.getTargetClass()).equals(module(type)))
                            .filter(use -> !EDGES.get(module(type)).contains(module(use.getTargetClass())))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule every_package_belongs_to_the_table = classes()
            .that()
            .resideInAPackage("dev.pulso.*..")
            .should(new ArchCondition<>("be of a module that the table names") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String module = module(type);
                    if (!EDGES.containsKey(module) && !PLATFORM.contains(module) && !"api".equals(module)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is of no known module"));
                    }
                }
            });

    @ArchTest
    static final ArchRule the_platform_knows_no_module = noClasses()
            .that()
            .resideInAnyPackage("dev.pulso.kernel..", "dev.pulso.store..", "dev.pulso.edge..", "dev.pulso.start..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("belong to a module") {
                @Override
                public boolean test(JavaClass type) {
                    return EDGES.containsKey(module(type));
                }
            });

    @ArchTest
    static final ArchRule the_kernel_knows_nobody = noClasses()
            .that()
            .resideInAPackage("dev.pulso.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.pulso.store..", "dev.pulso.edge..", "dev.pulso.start..", "dev.pulso.api..");

    @ArchTest
    static final ArchRule packages_of_the_platform_have_no_circles = slices().matching(
                    "dev.pulso.(kernel|store|edge|start).(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_a_module_have_no_circles =
            slices().matching("dev.pulso.(*).internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule generated_types_stay_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pulso.api..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Mapper")
            .and()
            .haveNameNotMatching(".*MapperImpl(\\$\\d+)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pulso.api..");

    @ArchTest
    static final ArchRule connections_come_only_from_tenancy = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pulso.store.tenancy..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Pool.class, io.vertx.sqlclient.Pool.class, Mutiny.SessionFactory.class);

    @ArchTest
    static final ArchRule resources_never_see_repositories = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pulso.api..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule records_are_stamped_by_the_clock_too = noFields()
            .should()
            .beAnnotatedWith("org.hibernate.annotations.CreationTimestamp")
            .orShould()
            .beAnnotatedWith("org.hibernate.annotations.UpdateTimestamp");

    @ArchTest
    static final ArchRule nothing_hides_in_a_thread =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule the_clock_has_one_source = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("ClockProducer")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    /** Jackson meets these outside REST, where Quarkus cannot see them; without this a native build writes them as {@code {}}. */
    @ArchTest
    static final ArchRule events_can_be_written_in_a_native_build = classes()
            .that(new DescribedPredicate<JavaClass>("are the payload of an event") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isRecord() && type.tryGetField("TYPE").isPresent();
                }
            })
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    /**
     * Hibernate writes a changed row whole, with the columns that it read a while ago, unless a version is asked for: what
     * another transaction has written in between would be undone.
     */
    @ArchTest
    static final ArchRule no_row_is_written_over_what_another_has_written = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<>("have a version, never change, or write changed columns only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.isAssignableTo(TenantRecord.class)
                            && !type.isAnnotatedWith(Immutable.class)
                            && !type.isAnnotatedWith(DynamicUpdate.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " extends no TenantRecord, and is neither @Immutable nor"
                                        + " @DynamicUpdate"));
                    }
                }
            });

    private static String module(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("dev.pulso.")) {
            return "";
        }
        String rest = name.substring("dev.pulso.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
