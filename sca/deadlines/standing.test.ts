import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDay } from "../values/calendar-date.ts";
import { type AuthorizationState, standingOf } from "./standing.ts";

const day = (text: string): CalendarDate => parseIsoDay(text) as CalendarDate;
const HOLIDAYS = new Set([day("2025-07-04")]);

const RUNNING: AuthorizationState = {
  notInForce: null,
  firstDay: day("2025-04-21"),
  lastDay: day("2025-07-18"),
  unitsLeft: 12,
  requestBy: day("2025-07-11"),
  followed: false,
  renewalPending: false,
};
const on = (asOf: string, changes: Partial<AuthorizationState> = {}): string =>
  standingOf({ ...RUNNING, ...changes }, day(asOf), 5, HOLIDAYS);

describe("the standing of an authorization", () => {
  it("goes from not started over in force, due and overdue to lapsed", () => {
    expect(on("2025-04-20")).toBe("Not started");
    expect(on("2025-04-21")).toBe("In force");
    expect(on("2025-07-02")).toBe("In force");
    expect(on("2025-07-03")).toBe("Due");
    expect(on("2025-07-11")).toBe("Due");
    expect(on("2025-07-12")).toBe("Overdue");
    expect(on("2025-07-18")).toBe("Overdue");
    expect(on("2025-07-19")).toBe("Lapsed");
  });

  it("is quiet when another authorization follows", () => {
    expect(on("2025-07-14", { followed: true })).toBe("In force");
    expect(on("2025-07-19", { followed: true })).toBe("Renewed");
  });

  it("says that the next one is asked for, but a lapse is a lapse", () => {
    expect(on("2025-07-14", { renewalPending: true })).toBe("Renewal requested");
    expect(on("2025-07-19", { renewalPending: true })).toBe("Lapsed");
  });

  it("is used up when no unit is left, before its days end", () => {
    expect(on("2025-06-02", { unitsLeft: 0 })).toBe("Used up");
    expect(on("2025-06-02", { unitsLeft: -3 })).toBe("Used up");
    expect(on("2025-06-02", { unitsLeft: null })).toBe("In force");
  });

  it("is not in force while the request is pending, denied or withdrawn, whatever the days say", () => {
    expect(on("2025-07-14", { notInForce: "pending" })).toBe("Not in force (pending)");
    expect(on("2025-07-19", { notInForce: "denied" })).toBe("Not in force (denied)");
  });

  it("says so when days are missing or contradict each other", () => {
    expect(on("2025-07-14", { firstDay: null, lastDay: null })).toBe("No dates");
    expect(on("2025-07-14", { lastDay: null })).toBe("No end day");
    expect(on("2025-07-14", { lastDay: null, unitsLeft: 0 })).toBe("Used up");
    expect(on("2025-07-14", { firstDay: day("2025-07-19") })).toBe("Dates conflict");
  });
});
