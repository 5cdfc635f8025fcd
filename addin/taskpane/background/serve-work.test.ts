import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { longList } from "../testing/long-list.ts";
import { serveWork, type WorkerScope } from "./serve-work.ts";
import { type StructuringRequest, structureInPane, type WorkProgress } from "./structure-work.ts";
import type { WorkerMessage } from "./worker-message.ts";

function worker<Result>(work: (request: StructuringRequest, progress: WorkProgress) => Result) {
  const told: WorkerMessage<Result>[] = [];
  const scope: WorkerScope = { onmessage: null, postMessage: (message) => told.push(message as WorkerMessage<Result>) };
  serveWork(scope, work);
  return { told, ask: (data: StructuringRequest) => scope.onmessage?.({ data } as MessageEvent) };
}

function requestFor(rows: number): StructuringRequest {
  const asOf = parseIsoDay("2026-03-16") ?? expect.fail("a day");
  const rest = { previous: null, answers: [], headings: [], medicareTexts: new Map(), takenNames: ["Log"] };
  return { ...rest, tracker: longList(rows), asOf };
}

describe("long work beside the pane tells how far it is", () => {
  const { told, ask } = worker(structureInPane);
  ask(requestFor(300));
  const shares = told.flatMap((message) => (message.kind === "progress" ? message.share : []));

  it("while the rows are understood, in small steps that never go back", () => {
    expect(told.at(-1)?.kind).toBe("done");
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    const understanding = shares.filter((share) => share >= 0.2 && share <= 0.8);
    const steps = understanding.slice(1).map((share, at) => share - (understanding[at] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(0.05);
    expect(shares.at(-1)).toBeGreaterThanOrEqual(0.8);
  });

  it("without a message for each of the rows", () => {
    expect(shares.length).toBeGreaterThan(50);
    expect(shares.length).toBeLessThan(210);
  });

  it("and says why where it fails", () => {
    const failing = worker(() => {
      throw new Error("no room");
    });
    failing.ask(requestFor(1));
    expect(failing.told).toEqual([{ kind: "failed", words: "no room" }]);
  });
});

describe("a worker", () => {
  it("can reach nobody but the pane, whatever it works on", () => {
    const scope = { onmessage: null, postMessage: () => {}, fetch: () => {}, WebSocket: class {} };
    serveWork(scope, () => null);
    expect(scope.fetch).toBeUndefined();
    expect(scope.WebSocket).toBeUndefined();
    expect(() => Object.assign(scope, { fetch: () => {} })).toThrow(TypeError);
  });
});
