import { type ReactNode, useRef, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { useWorkedOut } from "../frame/use-worked-out.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { LeftOutPart } from "../parts/left-out-part.tsx";
import { WithAnswer } from "../parts/with-answer.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";
import { placeOfWork, type WorkPlace, withOpenWork } from "./open-work.ts";
import type { OpenForm } from "./work-card.tsx";
import { WorkGroupPart } from "./work-group-part.tsx";
import { type TodayPage, workKey } from "./work-sections.ts";

/** The view "Today": what has to be done, the most pressing first. */
export function TodayView(): ReactNode {
  return (
    <ViewFrame view="today">
      <WithLedger>{(content) => <TodayWork content={content} />}</WithLedger>
    </ViewFrame>
  );
}

function TodayWork({ content }: { readonly content: LedgerContent }): ReactNode {
  const found = useWorkedOut("today", content, "today");
  return (
    <WithAnswer of={found} what="Working out what is due">
      {(page) => <Worklist page={page} content={content} />}
    </WithAnswer>
  );
}

function Worklist({ page: found, content }: { readonly page: TodayPage; readonly content: LedgerContent }): ReactNode {
  const [open, setOpen] = useState<OpenForm | null>(null);
  const [place, setPlace] = useState<WorkPlace | null>(null);
  const headline = useRef<HTMLParagraphElement>(null);
  const page = withOpenWork(found, place);
  const openForm = (form: OpenForm | null): void => {
    setPlace(form === null ? null : placeOfWork(page, form.key));
    setOpen(form);
    const isGone = place !== null && placeOfWork(found, workKey(place.item)) === null;
    // Its card goes with the form, and with it the button that opened it.
    if (form === null && isGone) headline.current?.focus();
  };
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
      <LeftOutPart words={page.leftOut} />
      {page.sections.map(({ title, count, groups }) => (
        <section className="stack" key={title} aria-label={title}>
          <h3>{`${title} (${count.toLocaleString("en-US")})`}</h3>
          {groups.map((group) => (
            <WorkGroupPart
              key={group.title}
              group={group}
              content={content}
              open={open}
              onOpen={openForm}
              onFinished={() => headline.current?.focus()}
            />
          ))}
        </section>
      ))}
    </>
  );
}
