import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { NamedOffer } from "../../../sca/rates/compare-offers.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { FactList } from "../parts/fact-list.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { comparedCards, counterOf, nextMoveWords } from "./comparison-words.ts";
import { type OfferSide, offerRows } from "./offer-rows.ts";
import type { ReckonedOffers } from "./reckoned-offers.ts";

/** The offers, best first, the next move with its reasons and trades, and the way into the ledger's Offers. */
export function ComparisonPart({
  result,
  caseId,
  payer,
  content,
}: {
  readonly result: ReckonedOffers;
  readonly caseId: string;
  readonly payer: string;
  readonly content: LedgerContent | null;
}): ReactNode {
  const { workbook, ledger, today, say } = usePane();
  const [isWriting, setWriting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const move = nextMoveWords(result, payer);
  const counter = counterOf(result);
  const canInsert = content !== null && caseId !== "";
  const insert = async (side: OfferSide, offer: NamedOffer): Promise<void> => {
    if (content === null || isWriting) return;
    setWriting(true);
    setProblem(null);
    try {
      await workbook.appendRows("Offers", offerRows(content, caseId, side, offer, today()));
      await ledger.refresh();
      say(`Added on Offers: ${offer.name}.`);
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setWriting(false);
    }
  };
  const button = (side: OfferSide, offer: NamedOffer): ReactNode =>
    canInsert ? (
      <div className="actions">
        <Button
          size="small"
          disabledFocusable={isWriting}
          aria-label={`Insert into Offers: ${offer.name}`}
          onClick={() => void insert(side, offer)}
        >
          Insert into Offers
        </Button>
      </div>
    ) : null;
  return (
    <div className="stack">
      <ol className="plain-list">
        {comparedCards(result).map((card) => (
          <li className="card" key={card.name}>
            <h4>{card.name}</h4>
            <p>
              <strong>{card.total}</strong>
            </p>
            <FactList facts={card.facts} />
            {card.notes.map((note) => (
              <p className="small" key={note}>
                {note}
              </p>
            ))}
            {card.offer === null ? null : button("Payer", card.offer)}
          </li>
        ))}
      </ol>
      <section className="card" aria-label="Next move">
        <h4>Next move</h4>
        {move.lead.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {move.parts.map(({ title, sentences }) => (
          <section key={title} aria-label={title}>
            <h5>{title}</h5>
            <ul>
              {sentences.map((sentence) => (
                <li className="small" key={sentence}>
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {counter === null ? null : button("Provider", counter)}
      </section>
      {result.asks.length === 0 || !canInsert ? null : (
        <section className="stack" aria-label="What you asked so far">
          {result.asks.map((ask) => (
            <div className="card" key={ask.name}>
              <p>You asked: {ask.name}</p>
              {button("Provider", ask)}
            </div>
          ))}
        </section>
      )}
      {problem === null ? null : <ProblemNote words={problem} />}
      {canInsert ? null : (
        <p className="muted small">
          To insert a move into Offers, select a row of the case in the ledger and take from it first.
        </p>
      )}
    </div>
  );
}
