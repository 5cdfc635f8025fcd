import { Button } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { type OpenForm, WorkCard } from "./work-card.tsx";
import { shownItems, type WorkGroup, workKey } from "./work-sections.ts";

/** Work of one kind: the first few, and the others when they are wanted. */
export function WorkGroupPart({
  group: { title, items },
  content,
  open,
  onOpen,
  onFinished,
}: {
  readonly group: WorkGroup;
  readonly content: LedgerContent;
  readonly open: OpenForm | null;
  readonly onOpen: (form: OpenForm | null) => void;
  readonly onFinished: () => void;
}): ReactNode {
  const id = useId();
  const [wanted, setWanted] = useState(0);
  const { shown, next } = shownItems(items, wanted, open?.key ?? null);
  const count = items.length.toLocaleString("en-US");
  const words = next === 0 ? "Show fewer" : next === items.length ? `Show all ${count}` : `Show ${next} of ${count}`;
  return (
    <section className="stack" aria-labelledby={id}>
      <h4 id={id}>{`${title} (${count})`}</h4>
      <ul className="plain-list" id={`${id}-list`}>
        {shown.map((item, at) => (
          // Rows that were copied by hand share their id.
          <li key={`${workKey(item)} ${shown.slice(0, at).filter((other) => workKey(other) === workKey(item)).length}`}>
            <WorkCard item={item} content={content} open={open} onOpen={onOpen} onFinished={onFinished} />
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <div className="actions">
          {/* One button for both ways: the focus stays on it. */}
          <Button
            size="small"
            aria-expanded={next === 0}
            aria-controls={`${id}-list`}
            aria-label={`${words}: ${title}`}
            onClick={() => setWanted(next)}
          >
            {words}
          </Button>
        </div>
      )}
    </section>
  );
}
