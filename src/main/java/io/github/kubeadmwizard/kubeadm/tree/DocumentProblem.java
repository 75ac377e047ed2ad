package io.github.kubeadmwizard.kubeadm.tree;

import io.github.kubeadmwizard.text.Message;

/**
 * What is wrong with, or worth knowing about, a place of a document.
 *
 * @param path from the cluster file's root, such as {@code
 *     kubeadm.clusterConfiguration.apiServer.extraArgs[0].name}
 * @param stops whether the documents cannot be made; false: a note
 * @param what what is there
 * @param why what would come of it
 * @param remedy what to write instead
 */
public record DocumentProblem(
    String path, boolean stops, Message what, Message why, Message remedy) {}
