package io.github.kubeadmwizard.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column holds what, by the words of a header.
 *
 * @param at the columns' indexes
 * @param passwords columns that hold passwords, which nobody looks into
 * @param unused what the other columns are called
 */
record CsvColumns(Map<Column, Integer> at, Set<Integer> passwords, List<String> unused) {
  enum Column {
    ADDRESS,
    PORT,
    USER,
    ROLE,
    NAME,
    KEY
  }

  private static final Map<String, Column> WORDS = words();

  /** An address where no column says so more clearly, else a name. */
  private static final Set<String> HOSTS = Set.of("host", "hostname", "server", "主机", "主机名", "服务器");

  private static Map<String, Column> words() {
    var words = new HashMap<String, Column>();
    var byColumn =
        Map.of(
            Column.ADDRESS,
            "address addr ip ipaddress ipaddr ipv4 ansiblehost 地址 ip地址 主机地址 主机ip 服务器地址 内网ip",
            Column.PORT,
            "port sshport ansibleport 端口 端口号 ssh端口",
            Column.USER,
            "user username login sshuser ansibleuser 用户 用户名 登录用户 账号",
            Column.ROLE,
            "role roles 角色 节点角色",
            Column.NAME,
            "name node nodename 名称 名字 节点 节点名 节点名称",
            Column.KEY,
            "key keyfile sshkey identityfile privatekey 密钥 密钥文件 私钥 私钥文件");
    byColumn.forEach((column, names) -> {
      for (String name : names.split(" ", -1)) {
        words.put(name, column);
      }
    });
    return Map.copyOf(words);
  }

  /** The columns that these words name; empty where the cells are no header. */
  static Optional<CsvColumns> of(List<String> cells) {
    var at = new EnumMap<Column, Integer>(Column.class);
    var passwords = new HashSet<Integer>();
    var others = new LinkedHashMap<Integer, String>();
    for (int i = 0; i < cells.size(); i++) {
      var word = Ascii.of(cells.get(i)).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
      var column = WORDS.get(word);
      if (word.matches(".*(pass|pwd|密码|口令).*")) {
        passwords.add(i);
      } else if (column != null) {
        at.putIfAbsent(column, i);
      } else {
        others.put(i, word);
      }
    }
    others.entrySet().removeIf(other -> takeHost(at, other.getKey(), other.getValue()));
    var unused = others.keySet().stream().map(cells::get).filter(c -> !c.isBlank()).toList();
    return at.containsKey(Column.ADDRESS)
        ? Optional.of(new CsvColumns(Map.copyOf(at), Set.copyOf(passwords), unused))
        : Optional.empty();
  }

  private static boolean takeHost(Map<Column, Integer> at, int index, String word) {
    return HOSTS.contains(word)
        && (at.putIfAbsent(Column.ADDRESS, index) == null
            || at.putIfAbsent(Column.NAME, index) == null);
  }

  /** The cell of a column; empty where there is no such column or nothing in it. */
  Optional<String> cell(List<String> cells, Column column) {
    return Optional.ofNullable(at.get(column))
        .filter(index -> index < cells.size())
        .map(index -> Ascii.of(cells.get(index)).strip())
        .filter(text -> !text.isEmpty());
  }
}
