// SPDX-License-Identifier: Apache-2.0
/** Tests of the whole product on Open Liberty: recorded answers, official clients, browsers, deployments and floods. */
@NullMarked
package ee.signalr.it;

import org.jspecify.annotations.NullMarked;
