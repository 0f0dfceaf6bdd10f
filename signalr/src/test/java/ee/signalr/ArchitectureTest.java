// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The arrows of docs/architecture.md: they never point back, and no package takes part in a cycle. */
@AnalyzeClasses(packages = "ee.signalr", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] API = {"ee.signalr", "ee.signalr.spi"};
    private static final String CORE = "ee.signalr.core..";
    private static final String CDI = "ee.signalr.cdi..";
    private static final String SERVLET = "ee.signalr.servlet..";

    /** The packages of the engine, lowest first: each uses only those before it. */
    private static final List<String> CORE_LAYERS = List.of(
            "ee.signalr.core.security",
            "ee.signalr.core.config",
            "ee.signalr.core.transport",
            "ee.signalr.core.negotiate",
            "ee.signalr.core.connection",
            "ee.signalr.core.protocol",
            "ee.signalr.core.hubconnection",
            "ee.signalr.core.lifetime",
            "ee.signalr.core.clients",
            "ee.signalr.core.streaming",
            "ee.signalr.core.dispatch",
            "ee.signalr.core.handler",
            "ee.signalr.core");

    @ArchTest
    static final ArchRule no_package_takes_part_in_a_cycle =
            slices().matching("ee.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_class_lives_in_a_known_module =
            classes().should().resideInAnyPackage(API[0], API[1], CORE, CDI, SERVLET);

    @ArchTest
    static final ArchRule the_api_uses_nothing_of_ours = noClasses()
            .that()
            .resideInAnyPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE, CDI, SERVLET);

    @ArchTest
    static final ArchRule the_engine_uses_the_api_only = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDI, SERVLET);

    @ArchTest
    static final ArchRule cdi_never_sees_servlet = noClasses()
            .that()
            .resideInAPackage(CDI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVLET, "jakarta.servlet..", "jakarta.websocket..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule servlet_never_sees_cdi_module = noClasses()
            .that()
            .resideInAPackage(SERVLET)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CDI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_engine_knows_no_container = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.interceptor..",
                    "jakarta.servlet..",
                    "jakarta.websocket..");

    @ArchTest
    static final ArchRule the_implementation_of_jsonb_is_nobodys_business = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.yasson..", "org.eclipse.parsson..", "org.apache.johnzon..");

    @ArchTest
    static final ArchRule engine_packages_use_only_lower_ones =
            classes().that().resideInAPackage(CORE).should(useOnlyLowerLayers());

    private static ArchCondition<JavaClass> useOnlyLowerLayers() {
        return new ArchCondition<>("live in a layer of the engine and use only lower layers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = layerOf(type);
                if (own < 0) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no layer of CORE_LAYERS"));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> layerOf(dependency.getTargetClass()) > own)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** The index of the layer that {@code type} belongs to, or -1; sub-packages belong to the layer above them. */
    private static int layerOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        for (int layer = 0; layer < CORE_LAYERS.size() - 1; layer++) {
            String root = CORE_LAYERS.get(layer);
            if (name.equals(root) || name.startsWith(root + ".")) {
                return layer;
            }
        }
        return name.equals("ee.signalr.core") ? CORE_LAYERS.size() - 1 : -1;
    }
}
