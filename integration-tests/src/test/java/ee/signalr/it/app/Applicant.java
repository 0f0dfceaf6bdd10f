// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * Somebody with constraints. Immutable.
 *
 * @param name 1 to 20 characters
 * @param age 0 to 150
 */
public record Applicant(
        @Size(min = 1, max = 20) String name,
        @Min(0) @Max(150) int age) {}
