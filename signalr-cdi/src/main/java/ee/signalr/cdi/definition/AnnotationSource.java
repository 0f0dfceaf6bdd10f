// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Something that can be annotated: a class or a method, as the container or the class file tells. */
interface AnnotationSource {

    /** The annotation of that type; null when there is none. */
    <A extends Annotation> @Nullable A annotation(Class<A> type);
}
