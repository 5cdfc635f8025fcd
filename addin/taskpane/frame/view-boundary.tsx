import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { ProblemNote } from "../parts/problem-note.tsx";
import { problemWords } from "./problem-words.ts";

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** Keeps an error of one view from taking the pane down: says what happened, and lets the view be tried again. */
export class ViewBoundary extends Component<Props, { readonly words: string | null }> {
  override state: { readonly words: string | null } = { words: null };

  static getDerivedStateFromError(error: unknown): { readonly words: string } {
    return { words: problemWords(error) };
  }

  override render(): ReactNode {
    if (this.state.words === null) return this.props.children;
    return (
      <div className="view">
        <ProblemNote title={`${this.props.label} could not be shown`} words={this.state.words} />
        <Button onClick={() => this.setState({ words: null })}>Try again</Button>
      </div>
    );
  }
}
