import { describe, expect, it } from "vitest";
import { associateCommands, type CommandEvent } from "./associate-commands.ts";
import { PANE_VIEWS } from "./pane-view.ts";
import { RIBBON_COMMANDS } from "./ribbon-commands.ts";

function ribbon(showPane: () => Promise<void>, open: (view: string, starts: string | null) => void = () => {}) {
  const buttons = new Map<string, (event: CommandEvent) => Promise<void>>();
  const said: string[] = [];
  associateCommands(
    { associate: (id, run) => buttons.set(id, run), showPane },
    {
      open: (view, starts) => {
        open(view, starts);
        said.push(`open ${view}${starts === null ? "" : ` and ${starts}`}`);
      },
      couldNotShow: (command, error) => said.push(`${command.label}: ${(error as Error).message}`),
    },
  );
  return { buttons, said };
}

describe("the ribbon's buttons", () => {
  it("each open the pane at their view and complete once", async () => {
    const { buttons, said } = ribbon(async () => {});
    let completed = 0;
    for (const command of RIBBON_COMMANDS) {
      const event = { completed: () => (completed += 1) };
      await buttons.get(command.id)?.(event);
    }
    expect(said).toEqual([
      "open structure",
      "open structure and updateLedger",
      "open review",
      "open today",
      "open rate",
      "open leverage",
      "open settings",
    ]);
    expect(completed).toBe(RIBBON_COMMANDS.length);
  });

  it("complete when Excel cannot show the pane, and the pane learns why", async () => {
    const { buttons, said } = ribbon(() => Promise.reject(new Error("no pane here")));
    let completed = 0;
    await buttons.get("openToday")?.({ completed: () => (completed += 1) });
    expect(completed).toBe(1);
    expect(said).toEqual(["open today", "Today: no pane here"]);
  });

  it("complete when the pane itself fails", async () => {
    const { buttons, said } = ribbon(
      async () => {},
      () => {
        throw new Error("the view broke");
      },
    );
    let completed = 0;
    await buttons.get("openRate")?.({ completed: () => (completed += 1) });
    expect(completed).toBe(1);
    expect(said).toEqual(["Rate: the view broke"]);
  });

  it("reach every view of the pane", () => {
    expect(new Set(RIBBON_COMMANDS.map(({ view }) => view))).toEqual(new Set(PANE_VIEWS));
    expect(new Set(RIBBON_COMMANDS.map(({ id }) => id)).size).toBe(RIBBON_COMMANDS.length);
  });
});
