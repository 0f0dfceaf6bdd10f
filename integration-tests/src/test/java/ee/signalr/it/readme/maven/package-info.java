// SPDX-License-Identifier: Apache-2.0
/** What runs in a Maven that a test starts. */
package ee.signalr.it.readme.maven;
