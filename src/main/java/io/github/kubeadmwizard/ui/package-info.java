/** Controls that the wizard's pages share and that know nothing of them: logs, text, copying. */
@NullMarked
package io.github.kubeadmwizard.ui;

import org.jspecify.annotations.NullMarked;
