// SPDX-License-Identifier: Apache-2.0
/**
 * Checks constraints of hub methods where the server has Jakarta Validation, which many have and many have not. Only {@code
 * BeanValidation} and what it alone uses know its API, so that the rest loads without it.
 *
 * <p>Internal: no stability is promised. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.cdi.validation;

import org.jspecify.annotations.NullMarked;
