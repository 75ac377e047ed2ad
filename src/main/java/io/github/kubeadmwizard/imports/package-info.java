/** Texts that people have already, turned into hosts: pasted lists and the files of other tools. */
@NullMarked
package io.github.kubeadmwizard.imports;

import org.jspecify.annotations.NullMarked;
