/** Names that RFC 2606 keeps free of real hosts. */
const RESERVED = /(^|\.)(example\.(com|org|net)|example|test|invalid|localhost)$/i;
const HOSTS =
  /(?:https?|wss?|mqtts?):\/\/(?:[^\s/@]+@)?([^\s/:?#"'`]+)|[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/gi;

/** What stands in an example is copied and run. The vendors' own examples are theirs. */
const exampleHost = () => ({
  Example({ value }, ctx) {
    if (!String(ctx.key).startsWith("vendor")) check(value, "value", ctx);
  },
  Schema: ({ example }, ctx) => check(example, "example", ctx),
  Parameter: ({ example }, ctx) => check(example, "example", ctx),
  Header: ({ example }, ctx) => check(example, "example", ctx),
});

function check(value, member, { report, location }) {
  const hosts = [...JSON.stringify(value ?? "").matchAll(HOSTS)].map(
    ([, url, mail]) => url ?? mail,
  );
  for (const host of hosts.filter((name) => !RESERVED.test(name))) {
    report({ message: `${host} may belong to somebody.`, location: location.child(member) });
  }
}

export const exampleRules = { "example-host": exampleHost };
