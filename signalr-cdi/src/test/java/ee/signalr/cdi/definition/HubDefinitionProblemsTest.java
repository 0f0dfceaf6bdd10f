// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.OnConnected;
import ee.signalr.cdi.definition.BrokenHubs.Broken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Scope;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubDefinitionProblemsTest {

    @ParameterizedTest
    @MethodSource({"ee.signalr.cdi.definition.BrokenHubs#beans", "ee.signalr.cdi.definition.BrokenSecurity#beans"})
    void shouldReportTheRuleThatABeanBreaks(Broken broken) {
        Definitions definitions = HubDefinitions.define(
                broken.classes().stream().map(HubDefinitionProblemsTest::bean).toList());

        assertThat(definitions.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule().code()).isEqualTo(broken.code());
            assertThat(problem.where()).isEqualTo(broken.place());
        });
    }

    @ParameterizedTest
    @MethodSource("ee.signalr.cdi.definition.BrokenHubs#notBeans")
    void shouldReportClassesOfWhichNoBeanCanBeMade(Broken broken) {
        HubCandidate candidate =
                HubCandidate.noBean(new ReflectedType<>(broken.classes().get(0)));

        Definitions definitions = HubDefinitions.define(List.of(candidate));

        assertThat(definitions.hubs()).isEmpty();
        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(broken.code() + ": " + broken.place() + ": It");
    }

    @Test
    void shouldReportEnterpriseBeans() {
        HubCandidate candidate = HubCandidate.sessionBean(new ReflectedType<>(FineHub.class));

        assertThat(HubDefinitions.define(List.of(candidate)).problems())
                .extracting(Problem::toString)
                .containsExactly("SIGNALR-2114: " + FineHub.class.getName()
                        + ": It is an enterprise bean. A hub is a concrete class of which CDI makes managed beans.");
    }

    @Test
    void shouldUseTheWordsOfTheReferenceForMethodsThatItRefusesToo() {
        assertThat(problems(BrokenHubs.Overloads.class))
                .singleElement()
                .asString()
                .endsWith(": Duplicate definitions of 'send'. Overloading is not supported.");
        assertThat(problems(BrokenHubs.Generic.class))
                .singleElement()
                .asString()
                .endsWith(": Method 'send' is a generic method which is not supported on a Hub.");
    }

    @Test
    void shouldReportEverythingAtOnceAndStillDefineWhatIsFine() {
        Definitions definitions =
                HubDefinitions.define(Stream.of(WorstHub.class, FineHub.class, BrokenHubs.Generic.class)
                        .map(HubDefinitionProblemsTest::bean)
                        .toList());

        assertThat(definitions.problems())
                .extracting(problem -> problem.rule().code())
                .containsExactlyInAnyOrder(
                        "SIGNALR-2102", "SIGNALR-2105", "SIGNALR-2101", "SIGNALR-2110", "SIGNALR-2108", "SIGNALR-2111");
        assertThat(definitions.hubs())
                .singleElement()
                .satisfies(hub -> assertThat(hub.hubClass()).isEqualTo(FineHub.class));
    }

    @Test
    void shouldGiveEveryRuleACodeOfItsOwn() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::code)).doesNotHaveDuplicates();
    }

    private static List<String> problems(Class<?> hub) {
        return HubDefinitions.define(List.of(bean(hub))).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static HubCandidate bean(Class<?> hub) {
        return HubCandidate.managedBean(
                new ReflectedType<>(hub),
                Arrays.stream(hub.getAnnotations())
                        .<Class<? extends Annotation>>map(Annotation::annotationType)
                        .filter(type ->
                                type.isAnnotationPresent(Scope.class) || type.isAnnotationPresent(NormalScope.class))
                        .findFirst()
                        .orElse(Dependent.class));
    }

    @Hub("/fine")
    static class FineHub {}

    @Hub("worst/")
    @ApplicationScoped
    static class WorstHub {

        public void send() {}

        public void send(int times) {}

        @OnConnected
        int joined() {
            return 1;
        }

        @OnConnected
        @SuppressWarnings("unused")
        private void joinedToo() {}
    }
}
