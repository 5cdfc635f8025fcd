const ASKS = /\b(?:ask(?:ed|ing)?|requested|request|req(?:'?d|std?)?|propos(?:ed|al)|wanted|sought|our ask)\b/i;
const GRANTS =
  /\b(?:answer(?:ed)?|repl(?:y|ied)|response|appr\w*|ok(?:'?d|ay\w*)?|grant\w*|auth\w*|agree\w*|cert\w*|decision|determin\w*|outcome|result|final|settled|given|allowed)\b/i;

/** True where a column stands under a group heading of what was asked for, and its own words speak of nothing granted. */
export function asksOnly(text: string, group: string): boolean {
  return group !== "" && ASKS.test(group.replace(/[’]/g, "'")) && !GRANTS.test(group) && !GRANTS.test(text);
}
