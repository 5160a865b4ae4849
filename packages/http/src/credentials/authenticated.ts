import type { Policy } from "../policies/policy.js";
import { withCredential } from "./with-credential.js";

/** Sends the credentials that a request needs; the first is asked for first. */
export const authenticated: Policy = (next) => (outgoing) =>
  outgoing.credentials.reduceRight((step, one) => withCredential(one)(step), next)(outgoing);
