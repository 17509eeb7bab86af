/** Where a chart's axis ends and what is written on it: it begins at zero and ends at a round number. */
import { nice, ticks } from "d3-array";

export interface Axis {
  readonly end: number;
  readonly ticks: readonly number[];
}

/** About as many lines above zero; more would crowd a low chart. */
const LINES = 2;

/** The end is rounded to this part of the whole at most, so that the bars use the height. */
const STEPS = 4;

/** @param most the largest value to draw; what is counted and bytes are whole numbers */
export function axisOf(most: number): Axis {
  const [, end] = nice(0, Math.max(most, 1), STEPS);
  return { end, ticks: ticks(0, end, LINES).filter(Number.isInteger) };
}
