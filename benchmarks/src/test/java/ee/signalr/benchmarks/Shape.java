// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

/** What is called. */
public enum Shape {
    /** A text and a number; the answer is the text. */
    SCALARS("scalars", "[\"hello\",42]", "\"hello\""),
    /** An object; the answer is the object. */
    OBJECT("object", "[{\"a\":1,\"b\":[1,2,3]}]", "{\"a\":1,\"b\":[1,2,3]}"),
    /** A text, a number and an object; the answer is the object. */
    MIXED("mixed", "[\"hello\",42,{\"a\":1,\"b\":[1,2,3]}]", "{\"a\":1,\"b\":[1,2,3]}");

    private final String target;
    private final String arguments;
    private final String result;

    Shape(String target, String arguments, String result) {
        this.target = target;
        this.arguments = arguments;
        this.result = result;
    }

    /** Calls of this shape in JSON. */
    Calls json() {
        return Calls.json(target, arguments);
    }

    /** The answer in JSON. */
    String jsonAnswer() {
        return "{\"type\":3,\"invocationId\":\"7\",\"result\":" + result + "}\u001e";
    }
}
