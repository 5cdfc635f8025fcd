/**
 * What a host answers instead of a result. The codes and messages are Microsoft's: "Error handling with the
 * application-specific JavaScript APIs" and "Error handling with the Excel JavaScript API" (Office Add-ins documentation).
 */
export class HostError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What the host does not imitate: a test that meets it is wrong until somebody models it. */
export class NotModelled extends HostError {
  constructor(what: string) {
    super("NotModelled", `NotModelled: ${what}`, 501);
  }
}

/** The argument is invalid or missing or has an incorrect format. */
export function invalidArgument(): HostError {
  return new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}

/** The size of a 2D array differs from the range's. */
export function wrongDimensions(): HostError {
  return new HostError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
}

export function itemAlreadyExists(): HostError {
  return new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
}

export function invalidOperation(): HostError {
  return new HostError("InvalidOperation", "The operation attempted is invalid on the object.");
}

export function invalidReference(): HostError {
  return new HostError("InvalidReference", "This reference is not valid for the current operation.");
}

export function accessDenied(): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
}
