import type { Difference, Impact } from "./difference.js";

const titles: Readonly<Record<Impact, string>> = {
  major: "Breaking",
  minor: "New",
  patch: "Also changed",
};

/** Differences as a list in Markdown, the gravest first, each place once. */
export function describeDifferences(differences: readonly Difference[]): string {
  return (["major", "minor", "patch"] as const)
    .map((impact) => [titles[impact], differences.filter((one) => one.impact === impact)] as const)
    .filter(([, group]) => group.length > 0)
    .map(([title, group]) => `${title}:\n\n${lines(group).join("\n")}`)
    .join("\n\n");
}

const lines = (group: readonly Difference[]): string[] => [
  ...new Set(group.map(({ place, text }) => `- ${place}: ${text}`)),
];
