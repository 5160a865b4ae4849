// Loaded into a server that is watched: tells how much it holds, in MB, after collecting what it does
// not. The size of the process says little, because V8 takes its time where there is memory left.
// Node runs it with --expose-gc.
process.on("message", () => {
  globalThis.gc();
  process.send(Math.round((process.memoryUsage().heapUsed / 1024 / 1024) * 10) / 10);
});
// Being watched is no reason to stay, but having been left alone is one to go.
process.channel.unref();
process.on("disconnect", () => process.exit());
