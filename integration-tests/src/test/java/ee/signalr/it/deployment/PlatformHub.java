// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import ee.signalr.Hub;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A hub that uses what the platform offers. One instance per call. */
@Hub("/platform")
public class PlatformHub {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    @Resource(lookup = REGISTRY)
    TransactionSynchronizationRegistry registry;

    @EJB
    AdderBean adder;

    @Inject
    RequestNote note;

    /** Whether a transaction is active in a method that wants one. */
    @Transactional
    public boolean inTransaction() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Whether a transaction is active in a method that wants none. */
    public boolean outsideTransaction() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Looks up by JNDI what belongs to the application. */
    public boolean lookup() throws NamingException {
        InitialContext naming = new InitialContext();
        return naming.lookup(REGISTRY) instanceof TransactionSynchronizationRegistry
                && naming.lookup("java:module/AdderBean") instanceof AdderBean;
    }

    /** Adds by an enterprise bean. */
    public int add(int first, int second) {
        return adder.add(first, second);
    }

    /** Counts in the request scope: every call has one of its own. */
    public int note() {
        note.write();
        return note.write();
    }
}
