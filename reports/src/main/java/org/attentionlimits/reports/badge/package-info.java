/**
 * Badges to put on other pages: of every claim and of all together, as endpoint files for <a
 * href="https://shields.io/badges/endpoint-badge">shields.io</a> and as pictures.
 */
package org.attentionlimits.reports.badge;
