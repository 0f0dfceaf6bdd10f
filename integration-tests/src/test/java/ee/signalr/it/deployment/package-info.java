// SPDX-License-Identifier: Apache-2.0
/** WARs that Arquillian deploys on a managed Open Liberty: what the one jar needs, finds, refuses and keeps apart. */
@NullMarked
package ee.signalr.it.deployment;

import org.jspecify.annotations.NullMarked;
