import { Button } from "@fluentui/react-components";
import { type ReactNode, useRef } from "react";
import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { FollowUpForm } from "./follow-up-form.tsx";
import { RenewalForm } from "./renewal-form.tsx";
import { riskWords, rowOfWork, workKey } from "./work-sections.ts";

/** The one form that is open in the list. */
export interface OpenForm {
  readonly key: string;
  readonly kind: "done" | "followUp" | "renew";
}

/** One thing to do: what, whose, why, by when, and what can be done about it from here. */
export function WorkCard({
  item,
  content,
  open,
  onOpen,
  onFinished,
}: {
  readonly item: WorkItem;
  readonly content: LedgerContent;
  readonly open: OpenForm | null;
  readonly onOpen: (form: OpenForm | null) => void;
  /** Takes the focus: the card may leave the list. */
  readonly onFinished: () => void;
}): ReactNode {
  const { workbook, say, ledger } = usePane();
  const opener = useRef<HTMLElement | null>(null);
  const key = workKey(item);
  const form = open?.key === key ? open.kind : null;
  const who = [item.patient, item.payer].filter((part) => part !== "").join(" · ");
  const whose = item.patient === "" ? item.caseId : item.patient;
  const risk = riskWords(item);

  const goTo = async (): Promise<void> => {
    try {
      await workbook.goToRow(...rowOfWork(item));
      say(`Selected in the workbook: ${item.title}, ${whose}.`);
    } catch (error) {
      say(problemWords(error));
    }
  };
  const toggle = (kind: OpenForm["kind"]) => (event: { readonly currentTarget: HTMLElement }) => {
    opener.current = event.currentTarget;
    onOpen(form === kind ? null : { key, kind });
  };
  const close = (): void => {
    opener.current?.focus();
    onOpen(null);
  };
  /** The form stays busy until the ledger is read anew: what was just added cannot be added once more. */
  const finish = async (words: string): Promise<void> => {
    say(words);
    await ledger.refresh();
    onOpen(null);
    onFinished();
  };
  const button = (kind: OpenForm["kind"], label: string): ReactNode => (
    <Button
      size="small"
      aria-expanded={form === kind}
      aria-label={`${label}: ${item.title}, ${whose}`}
      onClick={toggle(kind)}
    >
      {label}
    </Button>
  );

  return (
    <article className="card" aria-label={`${item.title}, ${whose}`}>
      <h5>{who === "" ? item.caseId : who}</h5>
      <p className="small">{item.why}</p>
      <p className="small">
        <strong>{item.byWords}</strong>
        {risk === null ? null : ` ${risk}.`}
      </p>
      {item.inHandUntil === null ? null : (
        <p className="muted small">In hand: it comes back on {dayWords(item.inHandUntil)}.</p>
      )}
      <div className="actions">
        <Button size="small" aria-label={`Go to case: ${item.title}, ${whose}`} onClick={() => void goTo()}>
          Go to case
        </Button>
        {button("done", "Done")}
        {button("followUp", "Log follow-up")}
        {item.periodId === null ? null : button("renew", "Renew")}
      </div>
      {form === "done" || form === "followUp" ? (
        <FollowUpForm
          key={form}
          item={item}
          isDone={form === "done"}
          content={content}
          onFinish={finish}
          onCancel={close}
        />
      ) : null}
      {form === "renew" && item.periodId !== null ? (
        <RenewalForm
          caseId={item.caseId}
          periodId={item.periodId}
          content={content}
          onFinish={finish}
          onCancel={close}
        />
      ) : null}
    </article>
  );
}
