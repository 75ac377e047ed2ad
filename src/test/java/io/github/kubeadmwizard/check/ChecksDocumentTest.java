package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.documents.Tongue;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/checks.md and its Chinese twin are made from the checks themselves. */
final class ChecksDocumentTest {
  private static final String ENGLISH =
      """
      # Checks

      Before anything is changed, every host is read and looked at against this list. A finding that blocks keeps the
      installation from beginning. One that is soft can be passed over by its identifier, in `checks.override` of the
      cluster file or on the page Requirements; where the identifier is kubeadm's own, kubeadm is told too. Several
      checks may share an identifier, as they do in kubeadm.

      Made from the code: `mvn test -Dtest=ChecksDocumentTest -Ddocs.write=true`.
      """;
  private static final String CHINESE =
      """
      # 检查项

      在做任何更改之前，程序会读取每台主机，并按照下面的列表逐项核对。阻止安装的结果会使安装无法开始；可以忽略的结果可以按标识符跳过：\
      写在集群文件的 `checks.override` 中，或者在“环境检查”页面上选择。如果该标识符也是 kubeadm 的标识符，kubeadm 也会收到相应参数。\
      与 kubeadm 一样，多项检查可以共用一个标识符。

      本页由代码生成：`mvn test -Dtest=ChecksDocumentTest -Ddocs.write=true`。
      """;

  @ParameterizedTest
  @EnumSource
  void theDocumentListsEveryCheckAsItIs(Tongue tongue) throws IOException {
    tongue.mustBe("checks.md", document(tongue));
  }

  private static String document(Tongue in) {
    var text = new StringBuilder(in.pick(ENGLISH, CHINESE));
    var anchors = new HashSet<String>();
    for (Group group : Group.values()) {
      text.append("\n## ").append(in.say(group.title())).append("\n\n");
      text.append(in.pick("| identifier | asks | may be overridden |", "| 标识符 | 要求 | 可否忽略 |"));
      text.append("\n| --- | --- | --- |\n");
      of(group).forEach(check -> text.append(row(check, in)));
      of(group).forEach(check -> text.append(section(check, in, anchors)));
    }
    return text.toString();
  }

  private static Iterable<Check> of(Group group) {
    return Checks.all().stream().filter(check -> check.group() == group).toList();
  }

  private static String row(Check check, Tongue in) {
    return "| [`%s`](#%s) | %s | %s |\n"
        .formatted(check.id(), check.key(), in.say(check.title()), soft(check, in));
  }

  private static String soft(Check check, Tongue in) {
    return check.soft() ? in.pick("yes", "是") : in.pick("no", "否");
  }

  /** Found by its identifier, and where several share one, by its own name too. */
  private static String section(Check check, Tongue in, Set<String> anchors) {
    var text = new StringBuilder("\n");
    for (String anchor : new String[] {check.id(), check.key()}) {
      if (anchors.add(anchor)) {
        text.append("<a id=\"%s\"></a>\n".formatted(anchor));
      }
    }
    text.append("### ").append(in.say(check.title())).append("\n\n");
    text.append("`%s`\n\n".formatted(check.id()));
    text.append(in.pick("- **Why it matters:** ", "- **原因**：")).append(in.say(check.why()));
    text.append(in.pick("\n- **What mends it:** ", "\n- **修复方法**：")).append(in.say(check.remedy()));
    text.append(in.pick("\n- **May be overridden:** ", "\n- **可否忽略**："));
    return text.append(soft(check, in)).append("\n").toString();
  }
}
