/** For tests and samples: whole numbers below a limit that only look random, the same in every run of one seed. */
export function shuffledNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 0x1000000) * below);
  };
}
