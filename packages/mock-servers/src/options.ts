import type { JournalEntry } from "./journal.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";

/** Where the mock servers listen and what they remember. */
export interface MockServersOptions {
  /** Port of the IBM Video mock; 0 takes a free one. Default: 4010. */
  readonly ibmVideoPort?: number;
  /** Port of the BlendVision mock; 0 takes a free one. Default: 4011. */
  readonly blendvisionPort?: number;
  /** The address to listen on. Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
  /** How many requests `requests()` remembers. Default: 1000. */
  readonly journalSize?: number;
  /** The largest request body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number;
  /** Called for each request, before its answer is sent. Default: nobody is told. */
  readonly onRequest?: (entry: JournalEntry) => void;
}

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} when a number is not one that can be.
 */
export function readOptions(options: MockServersOptions): Required<MockServersOptions> {
  const {
    ibmVideoPort = IBM_VIDEO.defaultPort,
    blendvisionPort = BLENDVISION.defaultPort,
    host = "127.0.0.1",
    journalSize = 1000,
    bodyLimit = 1024 * 1024,
    onRequest = () => {},
  } = options;
  checkWhole("ibmVideoPort", ibmVideoPort, 65_535);
  checkWhole("blendvisionPort", blendvisionPort, 65_535);
  checkWhole("journalSize", journalSize, 1_000_000);
  checkWhole("bodyLimit", bodyLimit, Number.MAX_SAFE_INTEGER);
  return { ibmVideoPort, blendvisionPort, host, journalSize, bodyLimit, onRequest };
}

function checkWhole(name: string, value: number, max: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= max) return;
  throw new RangeError(`${name} must be a whole number from 0 to ${max}, not ${value}`);
}
