/** What runs leave behind on the user's computer: journal, copy of the ledger, and who runs now. */
@NullMarked
package io.github.kubeadmwizard.journal;

import org.jspecify.annotations.NullMarked;
