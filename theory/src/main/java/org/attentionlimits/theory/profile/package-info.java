/** Long rows made from few numbers, which a search can climb on. */
package org.attentionlimits.theory.profile;
