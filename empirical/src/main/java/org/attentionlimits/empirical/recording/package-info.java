/**
 * Attention recorded in a safetensors file: which arrays and settings it holds, reading it,
 * checking it, writing it, and comparing it with what a model computes here.
 */
package org.attentionlimits.empirical.recording;
