package io.github.kubeadmwizard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kubeadmwizard.cluster.SshSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnsibleInventoryTest {
  private static HostList ini(String text) {
    return AnsibleInventory.readIni(text, Setting.DEFAULT);
  }

  private static HostList yaml(String text) {
    return AnsibleInventory.readYaml(text, Setting.DEFAULT);
  }

  private static final List<String> CLUSTER =
      List.of(
          "ops@10.0.0.11 2222 control-plane name=cp-1 key=~/.ssh/k ip=192.168.0.11",
          "ops@10.0.0.12 22 control-plane worker name=cp-2 key=~/.ssh/k",
          "late@10.0.0.13 22 worker name=w1 key=~/.ssh/k");

  @Test
  void readsTheIniForm() {
    var list =
        ini(
            """
            # a cluster as Kubespray has it
            [all]
            cp_1 ansible_host=10.0.0.11 ansible_port=2222 ip=192.168.0.11 etcd_member_name=e1
            cp_2 ansible_host=10.0.0.12
            w1 ansible_host="10.0.0.13"  # the old one

            [kube_control_plane]
            cp_1
            cp_2

            [kube_node]
            cp_2
            w1

            [k8s_cluster:children]
            kube_control_plane
            kube_node

            [all:vars]
            ansible_user = 'ops'
            ansible_ssh_private_key_file=~/.ssh/k
            [kube_node:vars]
            ansible_user=node
            [w:children]
            w_inner
            [w_inner]
            w1
            [w_inner:vars]
            ansible_user=late
            [kube_control_plane:vars]
            ansible_user=ops
            [z]
            cp_2
            [z:vars]
            ansible_user=ops
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(list.notes()).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(CLUSTER.get(0), CLUSTER.get(1).replace("ops", "node"), CLUSTER.get(2));
  }

  @Test
  void readsTheYamlForm() {
    var list =
        yaml(
            """
            all:
              hosts:
                cp_1:
                  ansible_host: 10.0.0.11
                  ansible_port: 2222
                  ip: 192.168.0.11
                cp_2: {ansible_host: 10.0.0.12}
                w1:
                  ansible_host: 10.0.0.13
                  ansible_user: late
              vars:
                ansible_user: ops
                ansible_ssh_private_key_file: ~/.ssh/k
              children:
                kube_control_plane:
                  hosts:
                    cp_1:
                    cp_2:
                kube_node:
                  hosts:
                    cp_2:
                    w1:
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(list.notes()).isEmpty();
    assertThat(Listing.hosts(list)).isEqualTo(CLUSTER);
  }

  @Test
  void rangesAndPortsAreRead() {
    var expected =
        List.of(
            "root@n01.lab 22 worker",
            "root@n02.lab 22 worker",
            "root@db-a 22 worker",
            "root@db-b 22 worker",
            "root@10.0.0.1 2222 worker",
            "root@fd00::1 22 worker");
    assertThat(Listing.hosts(ini("n[01:02].lab\ndb-[a:b]\n10.0.0.1:2222\n[fd00::1]:22\n")))
        .isEqualTo(expected);
    assertThat(
            Listing.hosts(
                yaml(
                    "all: {hosts: {'n[01:02].lab': , 'db-[a:b]': , '10.0.0.1:2222': ,"
                        + " '[fd00::1]:22': }}")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kube_control_plane",
        "kube-master",
        "masters",
        "master",
        "control_plane",
        "controlplane",
        "server",
        "k8s-masters",
        "Control-Planes"
      })
  void theGroupsNameMakesAControlPlane(String group) {
    assertThat(Listing.hosts(ini("[" + group + "]\na\n[outer:children]\n" + group)))
        .containsExactly("root@a 22 control-plane");
    assertThat(Listing.hosts(ini("[" + group + ":children]\ninner\n[inner]\na\n")))
        .containsExactly("root@a 22 control-plane");
  }

  @Test
  void theNearerGroupWinsAndTheHostsOwnWord() {
    var list =
        ini(
            """
            [outer:children]
            inner
            [inner]
            a
            b ansible_user=own
            [inner:vars]
            ansible_user=inner
            [outer:vars]
            ansible_user=outer
            ansible_port=2200
            [all:vars]
            ansible_user=all
            ansible_port=2100
            """);
    assertThat(Listing.hosts(list)).containsExactly("inner@a 2200 worker", "own@b 2200 worker");
  }

  @Test
  void ofGroupsEquallyNearTheLastInTheAlphabetWins() {
    var list =
        ini(
            """
            [all:children]
            first
            [second]
            a
            [first]
            a
            [first:vars]
            ansible_user=first
            [second:vars]
            ansible_user=second
            """);
    assertThat(Listing.hosts(list)).containsExactly("second@a 22 worker");
  }

  @Test
  void groupsInACircleEnd() {
    assertThat(
            Listing.hosts(
                ini("[a:children]\nb\n[b:children]\na\n[b]\nx\n[a:vars]\nansible_port=23")))
        .containsExactly("root@x 23 worker");
  }

  @Test
  void theBastionGroupIsTheJumpHost() {
    var list = ini("[bastion]\ngate ansible_host=1.2.3.4 ansible_user=me\n[kube_node]\na\n");
    assertThat(Listing.hosts(list)).containsExactly("root@a 22 worker");
    assertThat(list.bastion())
        .contains(new SshSpec.Bastion("1.2.3.4", 22, "me", Optional.empty(), false));
  }

  @Test
  void passwordsAreNeverTakenNorShownAndThatIsTold() {
    var list =
        ini(
            """
            a ansible_password=hunter2 ansible_become_pass='hunter 3'
            bad! ansible_ssh_pass=hunter4
            [all:vars]
            ansible_become_password=hunter5
            vault_token=hunter6
            """);
    assertThat(Listing.hosts(list)).containsExactly("root@a 22 worker");
    assertThat(Listing.notes(list))
        .containsExactly(
            "1 | ansible_password=… | imports.note.password []",
            "1 | ansible_become_pass=… | imports.note.password []",
            "2 | ansible_ssh_pass=… | imports.note.password []",
            "4 | ansible_become_password=… | imports.note.password []",
            "5 | vault_token=… | imports.note.password []");
    assertThat(Listing.bad(list))
        .containsExactly("2 | bad! ansible_ssh_pass=… | imports.bad.host [bad!]");
    assertThat(list.toString()).doesNotContain("hunter");
  }

  @Test
  void whatIsEncryptedOrComputedIsTold() {
    var list =
        yaml(
            """
            all:
              hosts:
                a:
                  ansible_user: !vault |
                    $ANSIBLE_VAULT;1.1;AES256
                    3833
                  ansible_become_pass: !vault |
                    $ANSIBLE_VAULT;1.1;AES256
                    3833
                  ansible_port: "{{ port }}"
                  greeting: "{{ hello }}"
            """);
    assertThat(Listing.hosts(list)).containsExactly("root@a 22 worker");
    assertThat(Listing.notes(list))
        .containsExactly(
            "4 | ansible_user | imports.ansible.vault [ansible_user]",
            "7 | ansible_become_pass=… | imports.note.password []",
            "10 | ansible_port | imports.ansible.computed [ansible_port]");
    assertThat(Listing.bad(ini("$ANSIBLE_VAULT;1.1;AES256\n3833")))
        .containsExactly("1 | $ANSIBLE_VAULT;1.1;AES256 | imports.ansible.vaultFile []");
  }

  @Test
  void whatIsWrongIsToldAndTheRestStays() {
    var list =
        ini(
            """
            [good]
            a
            [no such
            b
            [good:what]
            c
            [good]
            n[5:1]
            d ansible_port=x
            e ansible_user=a:b
            localhost
            f ansible_connection=local
            g
            """);
    assertThat(Listing.hosts(list)).containsExactly("root@a 22 worker", "root@g 22 worker");
    assertThat(Listing.bad(list))
        .containsExactly(
            "3 | [no such | imports.ansible.section []",
            "5 | [good:what] | imports.ansible.section []",
            "8 | n[5:1] | imports.bad.rangeBackwards [n[5:1]]",
            "9 | d ansible_port=x | imports.bad.port [x]",
            "10 | e ansible_user=a:b | imports.bad.user [a:b]");
    assertThat(Listing.notes(list))
        .containsExactly(
            "11 | localhost | imports.ansible.local []",
            "12 | f ansible_connection=local | imports.ansible.local []");
    assertThat(yaml("all:\n  hosts: [a, b]\n").bad())
        .extracting(BadLine::line, bad -> bad.why().key())
        .containsExactly(tuple(2, "imports.ansible.shape"));
    assertThat(yaml("all:\n  password: x\n hosts:").bad())
        .extracting(BadLine::line, BadLine::text, bad -> bad.why().key())
        .containsExactly(tuple(3, "hosts:", "imports.notYaml"));
  }
}
