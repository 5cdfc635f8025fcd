import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { percent } from "../../../analysis/report/figures.ts";
import { useJump } from "../parts/use-jump.ts";
import type { HeadingSummary } from "../work/understanding-summary.ts";
import { certaintyWord } from "./found-words.ts";

/** How each heading was read, with how surely and why; the doubtful ones say so. */
export function HeadingList({ headings }: { readonly headings: readonly HeadingSummary[] }): ReactNode {
  const jump = useJump();
  if (headings.length === 0) return null;
  return (
    <>
      <h4>How the headings were read</h4>
      <ul className="cards">
        {headings.map(({ sheet, cell, heading, readAs, certainty, reason }) => (
          <li key={`${sheet}!${cell}!${heading}`} className="card">
            <p>
              <strong>{heading}</strong>{" "}
              <Link as="button" onClick={() => jump(sheet, cell)} aria-label={`Go to ${sheet} ${cell}, ${heading}`}>
                {`${sheet}!${cell}`}
              </Link>
            </p>
            <p>{`Read as ${readAs}, ${percent(certainty)} (${certaintyWord(certainty)})`}</p>
            <p className="muted small">{reason}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
