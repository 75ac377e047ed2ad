package io.github.kubeadmwizard.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build wrote down about itself. */
final class BuildTest {
  @Test
  void itNamesItsVersionItsJavaAndItsLicence() {
    var build = Build.ofThisProgram();
    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(build.java()).matches("\\d+");
    assertThat(build.javafx()).matches("[\\d.]+");
    assertThat(build.licence()).isEqualTo("Apache-2.0");
  }

  @Test
  void everyLibraryHasAVersionALicenceOfAKnownNameAndAnAddress() {
    assertThat(Build.ofThisProgram().libraries())
        .extracting(Build.Part::name)
        .contains(
            "org.openjfx:javafx-controls",
            "com.hierynomus:sshj",
            "com.hierynomus:asn-one",
            "org.commonmark:commonmark")
        .doesNotContain("org.junit.jupiter:junit-jupiter");
    assertThat(Build.ofThisProgram().libraries())
        .allSatisfy(part -> {
          assertThat(part.version()).isNotBlank();
          assertThat(part.address()).startsWith("http");
          assertThat(part.licence().split(" or "))
              .isSubsetOf(
                  "Apache-2.0",
                  "BSD-2-Clause",
                  "BSD-3-Clause",
                  "Bouncy Castle Licence",
                  "EPL-2.0",
                  "GPL-2.0 with Classpath exception",
                  "LGPL-2.1-only",
                  "MIT");
        });
  }

  @Test
  void aLineThatIsNoLibraryIsLeftOut() {
    assertThat(Build.parts("a:b\t1\tMIT\thttps://b.example\n\nnothing\n"))
        .isEqualTo(List.of(new Build.Part("a:b", "1", "MIT", "https://b.example")));
  }
}
