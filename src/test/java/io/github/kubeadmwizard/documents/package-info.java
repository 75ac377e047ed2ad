/** The pages under docs/ that are made from the code, in both languages, and how they are kept. */
package io.github.kubeadmwizard.documents;
