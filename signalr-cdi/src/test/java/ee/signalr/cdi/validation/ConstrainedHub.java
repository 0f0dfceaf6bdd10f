// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.HubCallerContext;
import ee.signalr.cdi.test.Journal;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What hubs with constraints here do. */
public abstract class ConstrainedHub {

    /** Somebody. */
    public record Person(
            @Size(min = 1, max = 20) String name,
            @Min(0) @Max(150) int age) {}

    @Inject
    Journal journal;

    public String register(@NotNull @Valid Person person) {
        journal.add("register");
        return person.name();
    }

    public int add(HubCallerContext caller, @Min(1) int first, @Max(9) int second) {
        journal.add("add");
        return first + second;
    }

    public int count(@Size(max = 20) List<@NotBlank String> words) {
        return words.size();
    }

    @NotNull
    @Size(max = 3)
    public String echo(@Nullable String text) {
        journal.add("echo");
        return text;
    }

    @NotNull
    @Valid
    public CompletionStage<Person> later(@Nullable Person person) {
        return CompletableFuture.completedFuture(person);
    }

    @ValidateOnExecution(type = ExecutableType.NONE)
    public int free(@Min(1) int number) {
        return number;
    }

    public String plain(String text) {
        return text;
    }
}
