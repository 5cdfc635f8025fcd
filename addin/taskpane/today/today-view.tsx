import { Button } from "@fluentui/react-components";
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { usePane } from "../frame/pane-services.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";
import { type OpenForm, WorkCard } from "./work-card.tsx";
import { todayPage, type WorkSection, workKey } from "./work-sections.ts";

/** The view "Today": what has to be done, the most pressing first. */
export function TodayView(): ReactNode {
  return (
    <ViewFrame view="today">
      <WithLedger>{(content) => <TodayWork content={content} />}</WithLedger>
    </ViewFrame>
  );
}

function TodayWork({ content }: { readonly content: LedgerContent }): ReactNode {
  const { today } = usePane();
  const day = today();
  const page = useMemo(() => todayPage(content, day), [content, day]);
  const [open, setOpen] = useState<OpenForm | null>(null);
  const headline = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <p ref={headline} tabIndex={-1}>
        {page.headline}
      </p>
      {page.remarks.map((remark) => (
        <p className="muted small" key={remark}>
          {remark}
        </p>
      ))}
      {page.sections.map((section) => (
        <Section
          key={section.title}
          section={section}
          content={content}
          open={open}
          onOpen={setOpen}
          onFinished={() => headline.current?.focus()}
        />
      ))}
    </>
  );
}

/** A long list is shown in parts: each card has its buttons, and hundreds of them would take seconds. */
const SHOWN = 20;

function Section({
  section: { title, items },
  content,
  open,
  onOpen,
  onFinished,
}: {
  readonly section: WorkSection;
  readonly content: LedgerContent;
  readonly open: OpenForm | null;
  readonly onOpen: (form: OpenForm | null) => void;
  readonly onFinished: () => void;
}): ReactNode {
  const [shown, setShown] = useState(SHOWN);
  const left = items.length - shown;
  return (
    <section className="stack" aria-label={title}>
      <h3>
        {title} ({items.length})
      </h3>
      <ul className="plain-list">
        {items.slice(0, shown).map((item: WorkItem, at) => (
          // Rows that were copied by hand share their id.
          <li key={`${workKey(item)} ${items.slice(0, at).filter((other) => workKey(other) === workKey(item)).length}`}>
            <WorkCard item={item} content={content} open={open} onOpen={onOpen} onFinished={onFinished} />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <div className="actions">
          <Button onClick={() => setShown(shown + SHOWN)}>{`Show ${Math.min(SHOWN, left)} more of ${left}`}</Button>
        </div>
      ) : null}
    </section>
  );
}
