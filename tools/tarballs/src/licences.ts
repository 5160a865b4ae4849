import satisfies from "spdx-satisfies";
import type { Component, Sbom } from "./sbom.js";

/** Licences that ask for no more than to be named. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
  "Unlicense",
];

/** Packages that say it where npm does not look, in `licenses`, and what stands there. */
const saidElsewhere: Readonly<Record<string, string>> = {
  "compute-gcd": "MIT",
  "compute-lcm": "MIT",
  "validate.io-function": "MIT",
  "validate.io-integer": "MIT",
  "validate.io-integer-array": "MIT",
  "validate.io-number": "MIT",
};

/** Who in a bill of materials has a licence that is not on the list, or none. */
export function checkLicences({ metadata, components }: Sbom): string[] {
  return [metadata.component, ...components].flatMap((component) => {
    const licence = licenceOf(component);
    if (licence === undefined) return [`${component.name} does not say what it is licensed under`];
    return isAllowed(licence) ? [] : [`${component.name} is licensed under ${licence}`];
  });
}

function licenceOf({ name, licenses }: Component): string | undefined {
  const [first] = licenses ?? [];
  if (first === undefined) return saidElsewhere[name];
  return "expression" in first ? first.expression : (first.license.id ?? first.license.name);
}

function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false; // no SPDX expression
  }
}
