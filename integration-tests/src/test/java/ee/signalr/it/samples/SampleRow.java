// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

/**
 * A row of the table. Immutable.
 *
 * @param title the sample
 * @param dialogue what asks our server the same; {@link Dialogue#NONE} where the sample is not checked
 * @param reason why it is not checked
 */
record SampleRow(String title, Dialogue dialogue, String reason) {

    boolean isChecked() {
        return dialogue != Dialogue.NONE;
    }
}
