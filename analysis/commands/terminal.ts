/** Where a command's words go: handed in, so that tests can listen. */
export interface Terminal {
  /** One line of what was asked for, to standard output. */
  readonly say: (line: string) => void;
  /** One line about trouble, to standard error. */
  readonly warn: (line: string) => void;
  /** Shows a step of long work, 0 to 1; on anything but a terminal it shows nothing. */
  readonly progress: (share: number, what: string) => void;
}

const BAR = 24;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Whoever reads our words may stop listening ("| head"): that ends the work quietly.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  const isTerminal = process.stderr.isTTY === true;
  const clear = () => {
    if (isTerminal) process.stderr.write("\r\u001b[K");
  };
  return {
    say: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    warn: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (share, what) => {
      if (!isTerminal) return;
      const full = Math.round(BAR * Math.min(1, Math.max(0, share)));
      clear();
      if (share < 1) process.stderr.write(`[${"#".repeat(full)}${".".repeat(BAR - full)}] ${what}`);
    },
  };
}
