// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/** A single client, the caller or one that is known by its connection id. Thread-safe. */
public interface SingleClientProxy extends ClientProxy {}
