package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * docs/checks.md is made from the checks themselves; with -Dkw.write it is written anew, else a
 * stale one fails.
 */
final class ChecksDocumentTest {
  private static final Path FILE = Path.of("docs/checks.md");

  @Test
  void theDocumentListsEveryCheckAsItIs() throws IOException {
    var text = document();
    if (System.getProperty("kw.write") != null) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "").isEqualTo(text);
  }

  private static String document() {
    var text = new StringBuilder();
    text.append("# Checks\n\n");
    text.append("Before anything is changed, every host is read and looked at against this list. ");
    text.append("A finding that blocks keeps the installation from beginning. One that is soft ");
    text.append("can be passed over by its identifier, in `checks.override` of the cluster file; ");
    text.append("where the identifier is kubeadm's own, kubeadm is told too.\n\n");
    text.append("Made from the code: `mvn test -Dtest=ChecksDocumentTest -Dkw.write`.\n");
    Group group = null;
    for (Check check : Checks.all()) {
      if (check.group() != group) {
        group = check.group();
        text.append("\n## ").append(English.say(group.title())).append("\n\n");
        text.append("| identifier | asks | why | mend | may be overridden |\n");
        text.append("| --- | --- | --- | --- | --- |\n");
      }
      text.append(row(check));
    }
    return text.toString();
  }

  private static String row(Check check) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            check.id(),
            cell(English.say(check.title())),
            cell(English.say(check.why())),
            cell(English.say(check.remedy())),
            check.soft() ? "yes" : "no");
  }

  private static String cell(String sentence) {
    return sentence.replace("|", "\\|");
  }
}
