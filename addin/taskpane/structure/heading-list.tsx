import { Button, Link, Select } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { counted, percent } from "../../../analysis/report/figures.ts";
import { type HeadingChoice, meaningsToChoose } from "../../../sca/ledger/heading-choices.ts";
import type { HeadingSummary } from "../background/understanding-summary.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { useJump } from "../parts/use-jump.ts";
import { certaintyWord } from "./found-words.ts";

const AS_READ = "";
const BY_ITSELF = "by itself";

/** How each heading was read, with how surely and why, and what else it can mean; the doubtful ones say so. */
export function HeadingList({
  headings,
  onChange,
}: {
  readonly headings: readonly HeadingSummary[];
  readonly onChange: (choices: readonly HeadingChoice[]) => void;
}): ReactNode {
  const [chosen, setChosen] = useState<ReadonlyMap<string, HeadingChoice>>(new Map());
  if (headings.length === 0) return null;
  const choose = ({ sheet, cell, heading }: HeadingSummary, value: string): void => {
    const next = new Map(chosen);
    const meaning = meaningsToChoose().find(([name]) => name === value)?.[0] ?? null;
    if (value === AS_READ) next.delete(`${sheet}!${cell}`);
    else next.set(`${sheet}!${cell}`, { sheet, cell, heading, meaning });
    setChosen(next);
  };
  const doubtful = headings.filter(({ certainty }) => certaintyWord(certainty) === "please check");
  const others = headings.filter((heading) => !doubtful.includes(heading));
  const cards = (of: readonly HeadingSummary[]): ReactNode => (
    <ul className="cards">
      {of.map((heading) => {
        const place = `${heading.sheet}!${heading.cell}`;
        const choice = chosen.get(place);
        const value = choice === undefined ? AS_READ : (choice.meaning ?? BY_ITSELF);
        return (
          <HeadingCard
            key={`${place} ${heading.heading}`}
            of={heading}
            value={value}
            onChoose={(to) => choose(heading, to)}
          />
        );
      })}
    </ul>
  );
  const again =
    chosen.size === 0 ? null : (
      <div className="actions">
        <Button appearance="primary" onClick={() => onChange([...chosen.values()])}>
          {`Look again with ${counted(chosen.size, "change")}`}
        </Button>
      </div>
    );
  return (
    <>
      <h4>How the headings were read</h4>
      <p className="muted small">Choose another meaning where one is wrong, then look again.</p>
      {doubtful.length === 0 ? null : cards(doubtful)}
      {others.length === 0 ? null : (
        <Disclosure
          label={counted(others.length, doubtful.length === 0 ? "heading" : "other heading")}
          isOpenAtFirst={doubtful.length === 0}
        >
          {cards(others)}
        </Disclosure>
      )}
      {again}
    </>
  );
}

function HeadingCard({
  of: { sheet, cell, heading, readAs, certainty, reason },
  value,
  onChoose,
}: {
  readonly of: HeadingSummary;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const jump = useJump();
  return (
    <li className="card">
      <p>
        <strong>{heading}</strong>{" "}
        <Link as="button" onClick={() => jump(sheet, cell)} aria-label={`Go to ${sheet} ${cell}, ${heading}`}>
          {`${sheet}!${cell}`}
        </Link>
      </p>
      <p>{`Read as ${readAs}, ${percent(certainty)} (${certaintyWord(certainty)})`}</p>
      <p className="muted small">{reason}</p>
      <Select
        size="small"
        aria-label={`What ${heading} means`}
        value={value}
        onChange={(_, { value: chosen }) => onChoose(chosen)}
      >
        <option value={AS_READ}>{`As read: ${readAs}`}</option>
        {meaningsToChoose().map(([meaning, words]) => (
          <option key={meaning} value={meaning}>
            {words}
          </option>
        ))}
        <option value={BY_ITSELF}>Read it by itself again</option>
      </Select>
    </li>
  );
}
