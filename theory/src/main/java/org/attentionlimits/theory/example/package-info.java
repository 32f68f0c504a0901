/** Claims that are not in the paper, stated and put to the search as a user would. */
package org.attentionlimits.theory.example;
