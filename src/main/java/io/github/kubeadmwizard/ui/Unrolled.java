package io.github.kubeadmwizard.ui;

import javafx.scene.layout.Region;

/**
 * A list or table that gets its height some rows at a time: all rows of a large window at once
 * would hold it for a tenth of a second. How many rows a step has follows from what the last one
 * took.
 */
public final class Unrolled extends Region {
  private static final long MUCH_NANOS = 5_000_000;
  private static final long LITTLE_NANOS = 2_000_000;

  private final Pieces pieces;
  private final Region list;
  private final double row;
  private double given;
  private double step;
  private boolean there;
  private boolean waiting;
  private boolean grown;

  /**
   * Around this list.
   *
   * @param row how high a row is, in pixels
   */
  public Unrolled(Pieces pieces, Region list, double row) {
    this.pieces = pieces;
    this.list = list;
    this.row = row;
    step = row;
    if (pieces.areAtOnce()) {
      there = true;
      given = Double.MAX_VALUE;
      getChildren().add(list);
    }
  }

  /** Every row is about to be made anew, as for other columns: row by row once more. */
  public void again() {
    if (there && !pieces.areAtOnce()) {
      given = row;
      step = row;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    long began = System.nanoTime();
    list.resizeRelocate(0, 0, getWidth(), Math.min(given, getHeight()));
    list.layout();
    if (grown) {
      grown = false;
      adapt(System.nanoTime() - began);
    }
    if (!there && getHeight() > 0) {
      there = true;
      pieces.then(this::attach);
    } else if (given < getHeight() && !waiting) {
      waiting = true;
      pieces.thenAlone(this::grow);
    }
  }

  private void attach() {
    getChildren().add(list);
    list.applyCss();
    requestLayout();
  }

  private void grow() {
    waiting = false;
    grown = true;
    given = Math.min(given + step, getHeight());
    requestLayout();
  }

  private void adapt(long took) {
    if (took > MUCH_NANOS) {
      step = Math.max(row, step / 2);
    } else if (took < LITTLE_NANOS) {
      step *= 2;
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return list.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return list.minHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return list.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return list.prefHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return list.getMaxWidth() < 0 ? Double.MAX_VALUE : list.maxWidth(height);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return list.getMaxHeight() < 0 ? Double.MAX_VALUE : list.maxHeight(width);
  }
}
