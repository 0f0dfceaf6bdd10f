// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import java.util.List;

/** The hub that is called: it gives back what it gets. */
public final class EchoHub {

    /** An object of two members. */
    public static final class Pair {

        private int a;
        private List<Integer> b = List.of();

        public int getA() {
            return a;
        }

        public void setA(int a) {
            this.a = a;
        }

        public List<Integer> getB() {
            return b;
        }

        public void setB(List<Integer> b) {
            this.b = b;
        }
    }

    /** Scalars only. */
    public String scalars(String text, int number) {
        return number == 42 ? text : "";
    }

    /** One object. */
    public Pair object(Pair pair) {
        return pair;
    }

    /** Scalars and an object. */
    public Pair mixed(String text, int number, Pair pair) {
        return number == 42 && !text.isEmpty() ? pair : new Pair();
    }
}
