/** Lanes of vector instructions, of the module jdk.incubator.vector: nothing else may need it. */
package org.attentionlimits.theory.kernel.vector;
