/** The response header that names the rule which decided about the answer. */
export const RULE_HEADER = "x-roomkey-rule";
