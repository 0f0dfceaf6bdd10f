// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform.full;

import ee.signalr.Hub;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A hub that uses what the Web Profile offers beyond CDI. One instance per call. */
@Hub("/enterprise")
public class EnterpriseHub {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    @Resource(lookup = REGISTRY)
    TransactionSynchronizationRegistry registry;

    @EJB
    AdderBean adder;

    @Inject
    Outcomes outcomes;

    /** Whether a transaction is active in a method that wants one. */
    @Transactional
    public boolean inTransaction() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Whether a transaction is active in a method that wants none. */
    public boolean outsideTransaction() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Ends a transaction well. */
    @Transactional
    public void succeed() {
        registry.registerInterposedSynchronization(outcomes);
    }

    /** Ends a transaction by a failure. */
    @Transactional
    public void fail() {
        registry.registerInterposedSynchronization(outcomes);
        throw new IllegalStateException("so that the transaction is rolled back");
    }

    /** Whether the last transaction was committed. */
    public boolean committed() {
        return outcomes.last() == Status.STATUS_COMMITTED;
    }

    /** Whether the last transaction was rolled back. */
    public boolean rolledBack() {
        return outcomes.last() == Status.STATUS_ROLLEDBACK;
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
}
