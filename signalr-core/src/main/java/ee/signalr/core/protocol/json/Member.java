// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The members of a hub message. */
enum Member {
    /** The number of the type of message. */
    TYPE("type"),
    /** The headers. */
    HEADERS("headers"),
    /** The id of a call or of a stream. */
    INVOCATION_ID("invocationId"),
    /** The name of a method. */
    TARGET("target"),
    /** The arguments of a call. */
    ARGUMENTS("arguments"),
    /** The ids of the streams that the caller sends. */
    STREAM_IDS("streamIds"),
    /** An item of a stream. */
    ITEM("item"),
    /** The result of a call. */
    RESULT("result"),
    /** What went wrong. */
    ERROR("error"),
    /** Whether the client may connect again automatically. */
    ALLOW_RECONNECT("allowReconnect"),
    /** The number of a message of a connection that can be resumed. */
    SEQUENCE_ID("sequenceId"),
    /** Any other member. */
    UNKNOWN("");

    /** How many members there are, the unknown one included. */
    static final int COUNT = values().length;

    private static final int LONGEST = 14;
    private static final Member[] ALL = values();
    private static final Member[] NONE = {};
    private static final Member[][] BY_LENGTH = byLength();

    private final String wireName;
    private final byte[] wireBytes;

    Member(String wireName) {
        this.wireName = wireName;
        this.wireBytes = wireName.getBytes(StandardCharsets.UTF_8);
    }

    /** The member that is named by the token of the scanner, a string. */
    static Member named(JsonScanner scanner) {
        for (Member candidate : candidates(scanner)) {
            if (scanner.tokenIs(candidate.wireBytes)) {
                return candidate;
            }
        }
        return UNKNOWN;
    }

    /** The name on the wire. */
    String wireName() {
        return wireName;
    }

    private static Member[] candidates(JsonScanner scanner) {
        if (scanner.isEscaped()) {
            return ALL;
        }
        int length = scanner.tokenLength();
        return length <= LONGEST ? BY_LENGTH[length] : NONE;
    }

    private static Member[][] byLength() {
        Member[][] members = new Member[LONGEST + 1][];
        for (int length = 0; length <= LONGEST; length++) {
            int wanted = length;
            members[length] = Arrays.stream(values())
                    .filter(member -> member.wireBytes.length == wanted)
                    .toArray(Member[]::new);
        }
        return members;
    }
}
