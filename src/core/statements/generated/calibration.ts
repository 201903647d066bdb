// Written by training/lexicon/calibrate.mjs. Do not edit.

/** By rule, for each tenth of the raw score: how many findings were right, of how many. */
export const CALIBRATION: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  all: [[5,100],[15,100],[25,100],[35,100],[45,100],[55,100],[65,100],[75,100],[85,100],[95,100]],
}
