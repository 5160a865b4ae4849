/** The first line at which a report is not what the packages give, the way a diff writes it. */
export function firstDifference(path: string, present: string, wanted: string): string {
  const actual = present === "" ? [] : present.split("\n");
  const expected = wanted.split("\n");
  let index = 0;
  while (index < expected.length && actual[index] === expected[index]) index++;
  const line = (sign: string, text: string | undefined) => `  ${sign} ${text ?? "(no such line)"}`;
  return [`${path}, line ${index + 1}:`, line("-", actual[index]), line("+", expected[index])].join(
    "\n",
  );
}
