// Ends with status 0 when the mock servers of this container can answer.
const { ROOMKEY_MOCKS_PORT, ROOMKEY_MOCKS_IBM_VIDEO_PORT } = process.env;
const port = ROOMKEY_MOCKS_PORT || ROOMKEY_MOCKS_IBM_VIDEO_PORT || "4010";
const signal = AbortSignal.timeout(2000);
const isReady = await fetch(`http://127.0.0.1:${port}/__roomkey/ready`, { signal }).then(
  (response) => response.ok,
  () => false,
);
process.exitCode = isReady ? 0 : 1;
