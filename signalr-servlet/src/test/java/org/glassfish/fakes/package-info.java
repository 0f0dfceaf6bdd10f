// SPDX-License-Identifier: Apache-2.0
/** What is taken for a part of GlassFish, by the name of its package. */
@NullMarked
package org.glassfish.fakes;

import org.jspecify.annotations.NullMarked;
