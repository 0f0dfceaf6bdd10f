// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who registers.
 *
 * @param name 1 to 20 characters
 * @param age 0 to 150 years
 */
public record Registration(
        @NotNull @Size(min = 1, max = 20) String name,
        @Min(0) @Max(150) int age) {}
