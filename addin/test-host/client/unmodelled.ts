const met: string[] = [];

/** Notes that the host met what it does not imitate, or broke: the test that did it must fail, whatever the code made of it. */
export function reportUnmodelled(message: string): void {
  met.push(message);
}

/** What was met since the last call. A test that expects it takes it; what is left fails the test. */
export function takeUnmodelled(): readonly string[] {
  return met.splice(0);
}
