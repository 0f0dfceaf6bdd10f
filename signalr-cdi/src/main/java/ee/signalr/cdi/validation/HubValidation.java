// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.core.dispatch.HubDefinition;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Knows which hub methods have constraints. Thread-safe. */
public interface HubValidation extends AutoCloseable {

    /**
     * The same hub, with the constraints of its methods.
     *
     * @throws RuntimeException when the constraints are not valid
     */
    HubDefinition constrain(HubDefinition hub);

    /** Ends what was made for it alone. Idempotent; never throws. */
    @Override
    void close();

    /** What the server and the application offer; never null. Called by the deploying thread, with its class loader. */
    static HubValidation find(BeanManager manager) {
        Logger log = System.getLogger(HubValidation.class.getName());
        try {
            return BeanValidation.find(manager);
        } catch (LinkageError absent) {
            log.log(Level.DEBUG, "There is no Jakarta Validation: {0}", absent.toString());
            return new NoValidation(absent.toString());
        } catch (RuntimeException apiAlone) {
            log.log(Level.DEBUG, "There is the API of Jakarta Validation only", apiAlone);
            return new NoValidation(apiAlone.toString());
        }
    }
}
