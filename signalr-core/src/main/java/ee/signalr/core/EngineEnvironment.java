// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.config.ConfigurationSource;
import java.util.concurrent.ThreadFactory;

/**
 * What the engine gets from the server when it starts.
 *
 * @param contextParameters the configuration, where the definition brought none
 * @param threads makes the threads that run user code, with the application's context
 */
public record EngineEnvironment(ConfigurationSource contextParameters, ThreadFactory threads) {}
