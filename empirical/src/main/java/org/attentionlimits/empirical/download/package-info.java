/**
 * Files from the network: resumed where they break off, checked before they are used, kept in a
 * cache.
 */
package org.attentionlimits.empirical.download;
