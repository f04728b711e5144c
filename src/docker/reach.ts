import type { Duplex } from "node:stream";

/** The way to the ports that an engine publishes. */
export interface Reach {
	/** A connection to a published port; rejects as `connect` does, or with the signal's reason. */
	readonly open: (port: number, signal: AbortSignal) => Promise<Duplex>;
	/** As the result names it: `127.0.0.1`, `pi@raspberrypi`. */
	readonly host: string;
	/** Where ports are to be published for that. */
	readonly address: "127.0.0.1" | "0.0.0.0";
	/** Whether the engine's processes may be this machine's. */
	readonly near: boolean;
}
