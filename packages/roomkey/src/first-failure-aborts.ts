/**
 * Runs several calls at once and gives their results; when one fails, or `outer` is aborted, the
 * others are aborted. Nothing is left running and no listener is left on `outer`.
 */
export async function firstFailureAborts<Results extends readonly unknown[]>(
  outer: AbortSignal | undefined,
  start: (
    signal: AbortSignal,
  ) => readonly [...{ [Index in keyof Results]: Promise<Results[Index]> }],
): Promise<Results> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(outer?.reason);
  outer?.addEventListener("abort", abort);
  try {
    return (await Promise.all(start(controller.signal))) as unknown as Results;
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    outer?.removeEventListener("abort", abort);
  }
}
