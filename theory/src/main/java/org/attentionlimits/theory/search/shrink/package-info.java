/**
 * Makes an instance simpler for as long as a property of it stays: fewer tokens, fewer digits,
 * smaller integers, common factors gone. The property is a predicate; nothing here searches for a
 * violation.
 */
package org.attentionlimits.theory.search.shrink;
