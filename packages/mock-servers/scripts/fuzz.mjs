// Sends spoilt requests over raw sockets and looks for what must never happen: no answer within two
// seconds, a 5xx that nobody asked for, a server that goes away, memory that grows. Then Schemathesis
// does what it can think of with the documents in hand.
//
//   npm run fuzz -w packages/mock-servers -- --requests 200000 --seed 7
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { fuzzDocuments } from "./fuzz-documents.mjs";
import { ToolMissingError } from "./python-tool.mjs";
import { spoiltRequest } from "./spoilt-requests.mjs";
import { startMocks } from "./start-mocks.mjs";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "200000" },
    seed: { type: "string", default: String(Date.now()) },
    connections: { type: "string", default: "16" },
    // Of Schemathesis, for each operation.
    examples: { type: "string", default: "100" },
  },
});
const total = Number(values.requests);
const wrong = ["requests", "seed", "connections", "examples"].find(
  (name) => !/^\d+$/.test(values[name]),
);
if (wrong) {
  console.error(`--${wrong} must be a whole number, not ${values[wrong]}`);
  process.exit(2);
}
const HANG_MS = 2000;
/** Of what is held, from the 20,000th request on: journals and sessions fill up to their limits. */
const MAX_GROWTH = 1.25;
const SAMPLE_AT = Math.min(20_000, Math.floor(total / 2));

const server = await startMocks("--port", "0", "--stateful");
const port = Number(new URL(server.ibmVideo).port);

console.log(`seed ${values.seed}, ${total} requests, ${values.connections} connections at a time`);
const faults = [];
const statuses = new Map();
let slowest = 0;
let sent = 0;
let early;
const start = performance.now();

/** Sends one spoilt request on a connection of its own and reads what comes. */
function exchange(bytes) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunks = [];
    const timer = setTimeout(() => {
      socket.destroy();
      resolve({ hung: true, text: "" });
    }, HANG_MS);
    const done = () => {
      clearTimeout(timer);
      resolve({ hung: false, text: Buffer.concat(chunks).toString("latin1") });
    };
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", done);
    socket.end(bytes, "latin1");
  });
}

function judge(index, bytes, { hung, text }) {
  const status = /^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?(\d{3})/.exec(text)?.[1];
  statuses.set(status ?? "none", (statuses.get(status ?? "none") ?? 0) + 1);
  const asked = /prefer|501|503/i.test(bytes);
  const reason = hung
    ? `no end within ${HANG_MS} ms`
    : status === undefined && bytes.trim() !== ""
      ? "no answer"
      : status?.startsWith("5") && !asked && status !== "501"
        ? `status ${status}`
        : text.includes("urn:roomkey:mock-servers:internal")
          ? "the server failed inside"
          : undefined;
  if (reason) faults.push({ index, reason, bytes });
}

async function worker() {
  while (sent < total && faults.length < 20 && !server.gone()) {
    const index = sent;
    sent += 1;
    const bytes = spoiltRequest(`${values.seed}/${index}`);
    const began = performance.now();
    judge(index, bytes, await exchange(bytes));
    slowest = Math.max(slowest, performance.now() - began);
    if (index === SAMPLE_AT) early = await server.heap();
    if (index > 0 && index % 20_000 === 0) {
      console.log(`${index} sent, ${await server.heap()} MB held`);
    }
  }
}

await Promise.all(Array.from({ length: Number(values.connections) }, worker));
const late = await server.heap();
const seconds = (performance.now() - start) / 1000;
const gone = server.gone();
server.stop();

console.log(`statuses ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`);
console.log(`${Math.round(sent / seconds)} requests/s, slowest ${Math.round(slowest)} ms`);
console.log(`memory ${early} MB held after ${SAMPLE_AT}, ${late} MB after ${sent}`);
const found = faults.map(
  ({ index, reason, bytes }) => `${reason}: seed ${values.seed}/${index}\n${JSON.stringify(bytes)}`,
);
if (gone) found.push(gone);
// Fewer requests have not filled the journals yet.
if (total >= 100_000 && late > early * MAX_GROWTH) {
  found.push(`memory grew from ${early} to ${late} MB`);
}

try {
  const { seed, examples } = values;
  found.push(...(await fuzzDocuments({ seed, examples, print: console.log })));
} catch (error) {
  if (!(error instanceof ToolMissingError)) throw error;
  console.log(`not done: ${error.message}`);
  if (process.env.CI) found.push("Schemathesis did not run");
}

for (const one of found) console.log(`\n${one}`);
console.log(found.length === 0 ? "nothing found" : `${found.length} found`);
process.exitCode = found.length === 0 ? 0 : 1;
