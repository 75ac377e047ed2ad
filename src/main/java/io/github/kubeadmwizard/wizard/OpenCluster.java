package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.session.Explanations;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.cni.SwitchModel;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import io.github.kubeadmwizard.wizard.step.install.InstallModel;
import io.github.kubeadmwizard.wizard.step.nodes.LivingNodesModel;
import io.github.kubeadmwizard.wizard.step.ready.InUse;
import io.github.kubeadmwizard.wizard.step.ready.JoinModel;
import io.github.kubeadmwizard.wizard.step.ready.Moments;
import io.github.kubeadmwizard.wizard.step.ready.PeopleModel;
import io.github.kubeadmwizard.wizard.step.ready.PodsModel;
import io.github.kubeadmwizard.wizard.step.ready.ReadyModel;
import io.github.kubeadmwizard.wizard.step.ready.ReadyModels;
import io.github.kubeadmwizard.wizard.step.ready.SmokeModel;
import io.github.kubeadmwizard.wizard.step.requirements.RequirementsModel;
import io.github.kubeadmwizard.wizard.step.review.ReviewModel;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * A cluster that is open in the window: its choices, its machines, and what each step knows.
 * Closing it ends the connections and wipes the secrets.
 */
final class OpenCluster implements AutoCloseable {
  private final boolean practice;
  private final Draft draft;
  private final Connections connections;
  private final Navigation navigation = new Navigation();
  private final HostsModel hosts;
  private final RequirementsModel requirements;
  private final Late<Choices> choices;
  private final ReviewModel review;
  private final InstallModel install;
  private final ReadyModels ready;
  private final LivingNodesModel livingNodes;
  private final SwitchModel switching;

  /**
   * @param practice whether its machines are simulated
   * @param words of the language that is spoken now
   */
  OpenCluster(
      WizardTools tools,
      Workshop workshop,
      ClusterSpec spec,
      boolean practice,
      Supplier<Words> words) {
    this.practice = practice;
    draft = new Draft(spec);
    connections = new Connections(workshop, spec);
    var state =
        practice ? tools.directories().state().resolve("practice") : tools.directories().state();
    var runs =
        new RecordedRuns(
            new Runs(state), new RunIds(tools.clock(), new SecureRandom()), workshop, connections);
    hosts = new HostsModel(draft, connections, tools.background());
    requirements =
        new RequirementsModel(draft, hosts, connections, workshop, tools.background(), runs);
    var basis =
        new Basis(
            draft,
            requirements::facts,
            requirements::ownRoutes,
            requirements.report(),
            workshop.planning(),
            connections.secrets());
    choices =
        new Late<>(() ->
            Choices.of(basis, workshop.fetching(), tools.background(), requirements::readAgain));
    review = new ReviewModel(draft, requirements, connections, workshop, tools.background());
    install =
        new InstallModel(
            runs,
            (wish, problems) -> new Explanations(workshop, connections.fleet()).of(wish, problems),
            tools.background(),
            navigation,
            words);
    ready = ready(tools, runs);
    var stands = install.run().map(_ -> install.isDone());
    livingNodes = new LivingNodesModel(draft, stands, connections, runs, tools.background());
    switching = new SwitchModel(basis, stands, workshop, connections, runs, tools.background());
    navigation.current().subscribe(this::wentOn);
  }

  private void wentOn(Step now) {
    if (now.compareTo(Step.REVIEW) <= 0) {
      requirements.tryWhatIsNew();
    }
  }

  private ReadyModels ready(WizardTools tools, RecordedRuns runs) {
    var background = tools.background();
    var clock = tools.clock();
    var inUse = new InUse(draft, connections, runs, background);
    var moments = new Moments(clock, tools.zone());
    return new ReadyModels(
        new ReadyModel(
            draft,
            install,
            connections,
            background,
            clock,
            tools.directories().home(),
            tools.kubectl()),
        new SmokeModel(draft, connections, runs, background),
        new PodsModel(inUse),
        new PeopleModel(inUse, moments),
        new JoinModel(inUse, moments));
  }

  boolean isPractice() {
    return practice;
  }

  Draft draft() {
    return draft;
  }

  Navigation navigation() {
    return navigation;
  }

  HostsModel hosts() {
    return hosts;
  }

  RequirementsModel requirements() {
    return requirements;
  }

  Choices choices() {
    return choices.get();
  }

  ReviewModel review() {
    return review;
  }

  InstallModel install() {
    return install;
  }

  ReadyModels ready() {
    return ready;
  }

  LivingNodesModel livingNodes() {
    return livingNodes;
  }

  SwitchModel switching() {
    return switching;
  }

  /** What this step knows. */
  StepModel model(Step step) {
    return switch (step) {
      case HOSTS -> hosts;
      case REQUIREMENTS -> requirements;
      case RUNTIME -> choices().runtime();
      case NETWORK -> choices().network();
      case CNI -> choices().cni();
      case NODES -> choices().nodes();
      case ADDONS -> choices().addons();
      case REVIEW -> review;
      case INSTALL -> install;
      case READY -> ready.ready();
    };
  }

  @Override
  public void close() {
    connections.close();
  }
}
