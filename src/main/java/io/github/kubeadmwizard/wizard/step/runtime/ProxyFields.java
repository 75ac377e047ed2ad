package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** The folded part on the proxy of the hosts. */
final class ProxyFields {
  private final ProxyChoice choice;
  private final EntryField http;
  private final EntryField https;
  private final EntryField noProxy;
  private final AccountFields account;
  private final Folded folded;

  ProxyFields(Parts parts, RuntimeModel model) {
    choice = model.proxy();
    http =
        new EntryField(parts, Message.of("choices.runtime.proxy.http"), choice.http(), "proxy-http")
            .mono()
            .prompt("http://proxy.example.lan:3128")
            .hint(parts.hint(Message.of("choices.runtime.proxy.http.hint")));
    https =
        new EntryField(
                parts, Message.of("choices.runtime.proxy.https"), choice.https(), "proxy-https")
            .mono()
            .prompt(parts.say(Message.of("choices.runtime.proxy.https.same")));
    noProxy =
        new EntryField(parts, Message.of("choices.runtime.proxy.no"), choice.noProxy(), "proxy-no")
            .mono()
            .prompt("10.0.0.0/8, .example.lan")
            .hint(parts.hint(Message.of("choices.runtime.proxy.no.hint")));
    account = new AccountFields(parts, choice.account(), "proxy");
    folded =
        new Folded(
                parts,
                Message.of("choices.runtime.proxy"),
                Message.of("choices.runtime.proxy.inside"),
                "proxy")
            .differing(model.changes(), choice::differing)
            .add(Columns.of(http.node(), https.node()), noProxy.node(), signIn(parts), account());
  }

  private Node signIn(Parts parts) {
    var box = new CheckBox(parts.say(Message.of("choices.runtime.proxy.signIn")));
    box.setWrapText(true);
    box.setId("proxy-sign-in");
    box.selectedProperty().bindBidirectional(choice.signIn());
    return box;
  }

  private Node account() {
    Node fields = account.node();
    fields.visibleProperty().bind(choice.signIn());
    fields.managedProperty().bind(fields.visibleProperty());
    return fields;
  }

  Stream<EntryField> fields() {
    return Stream.of(http, https, noProxy);
  }

  /** Goes to the account, if it is still to be given. */
  boolean leadToAccount() {
    if (choice.lacksAccount()) {
      account.lead();
      return true;
    }
    return false;
  }

  Node node() {
    return folded.node();
  }
}
