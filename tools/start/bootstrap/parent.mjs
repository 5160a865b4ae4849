// @ts-check

/** The process that started us. Read at once: when it ends, `process.ppid` names another one. */
export const parent = process.ppid;

/** Whether the process that started us has ended, and with it whoever wanted what we do. */
export function isOrphaned() {
  return process.ppid !== parent;
}
