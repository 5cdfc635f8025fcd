/**
 * Something that the manager has to know and can act on: a file that cannot be read, an output that exists.
 * The command line prints the message and exits with 1, without a stack trace. Any other error is our own bug.
 *
 * The message says where, what was found, what is accepted and what happens meanwhile; the code is for programs and tests.
 *
 * @example new UserProblem("encrypted", "tracker.xlsx: the file is protected by a password. Save a copy without it. Nothing was changed.")
 */
export class UserProblem extends Error {
  override readonly name = "UserProblem";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
